import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { shownBoardSchema } from '#src/protocol/board.ts'
import { keptScene } from '#src/server/kept-scene.ts'
import { boxes, draw } from '../support/drawing.ts'
import { fullDrawing } from '../support/full-drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { endInterview } from '../support/sit-interview.ts'
import { artifactRows } from '../support/turn-rows.ts'

async function begun() {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  return { clock, hotseat, id, client }
}

const board = (hotseat: Hotseat, id: string, revision: number) => ask(hotseat, `/api/interviews/${id}/boards/${revision}`)
const withBoard = (revision: number, clientTurnId = 'turn-0001') => ({
  ...{ type: 'say' as const, clientTurnId, text: 'Here is how it hangs together.' },
  artifacts: [{ kind: 'board' as const, revision }],
})

test('a board that was stored before the line was lost, and the server restarted, goes with the turn that comes after', async () => {
  const { hotseat, id, client } = await begun()
  client.send({ type: 'pad', pad: 'code', text: 'func main() {}', language: 'go' })
  await client.next('pad')
  expect((await draw(hotseat, id, { scene: boxes(['Client']), base: null })).status).toBe(200)
  client.socket.terminate()
  await hotseat.restart()
  // Its answer never came: it is sent again, and is the same board.
  expect(await (await draw(hotseat, id, { scene: boxes(['Client']), base: null })).json()).toMatchObject({ revision: 1 })
  const again = await connect(hotseat, id)
  expect(await again.next('snapshot')).toMatchObject({ board: { revision: 1 }, pads: [{ text: 'func main() {}' }] })
  again.send(withBoard(1))
  const { turn } = await again.next('turn-stored')
  again.socket.terminate()
  const third = await connect(hotseat, id)
  third.send(withBoard(1))
  expect((await third.next('turn-stored')).turn).toEqual(turn)
  expect(artifactRows(hotseat, id).flat()).toEqual([
    { id: 'board', kind: 'board', text: expect.stringContaining('"Client"'), revision: 1 },
  ])
})

test('two tabs that draw at once lose nothing: the later one is told, and stores what is drawn on both', async () => {
  const { hotseat, id } = await begun()
  await draw(hotseat, id, { scene: boxes(['Client']), base: null })
  const both = ['tab-one-0001', 'tab-two-0002'].map((connection, at) =>
    draw(hotseat, id, { scene: boxes(['Client', `Of tab ${at}`]), base: 1, connection }),
  )
  const statuses = (await Promise.all(both)).map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 409])
  expect((await draw(hotseat, id, { scene: boxes(['Client', 'Of tab 0', 'Of tab 1']), base: 2 })).status).toBe(200)
  expect((await board(hotseat, id, 2)).status).toBe(200)
})

test('a board that newer ones have pushed out is told to the turn that names it, and the newest goes with it instead', async () => {
  const { clock, hotseat, id, client } = await begun()
  for (let base = 0; base < 22; base++) {
    clock.advance(1000)
    expect((await draw(hotseat, id, { scene: boxes([`Part ${base}`]), base: base === 0 ? null : base })).status).toBe(200)
  }
  expect((await board(hotseat, id, 2)).status).toBe(404)
  client.send(withBoard(2))
  expect(await client.next('error')).toMatchObject({ code: 'board-unknown', clientTurnId: 'turn-0001' })
  client.send(withBoard(22))
  expect((await client.next('turn-stored')).turn.artifacts).toMatchObject([{ revision: 22 }])
})

test('a drawing that is damaged in the database is told by its number, and all else of the interview opens, goes on and ends', async () => {
  const { hotseat, id, client } = await begun()
  await draw(hotseat, id, { scene: boxes(['Client']), base: null })
  await draw(hotseat, id, { scene: boxes(['Client', 'Queue']), base: 1 })
  const database = new Database(hotseat.databaseFile)
  database.prepare('update boards set scene = substr(scene, 1, 40) where revision = 2').run()
  database.close()
  const isTold = async (path: string) => {
    const response = await ask(hotseat, `/api/interviews/${id}${path}`)
    expect([path, response.status]).toEqual([path, 503])
    expect(await response.text()).toContain(`board 2 of interview ${id} is damaged in the database`)
  }
  for (const path of ['/board', '/boards/2']) await isTold(path)
  expect((await board(hotseat, id, 1)).status).toBe(200)
  const other = await connect(hotseat, id)
  expect(await other.next('snapshot')).toMatchObject({ board: { revision: 2 } })
  client.send(withBoard(2))
  expect((await client.next('turn-stored')).turn.artifacts).toMatchObject([{ text: expect.stringContaining('"Queue"') }])
  expect((await draw(hotseat, id, { scene: boxes(['Client', 'Queue', 'Cache']), base: 2 })).status).toBe(200)
  await say(client, 'And a cache.')
  await endInterview(client)
  for (const path of ['', '/scoring', '/boards/3', '/boards/1'])
    expect([path, (await ask(hotseat, `/api/interviews/${id}${path}`)).status]).toEqual([path, path === '/boards/1' ? 404 : 200])
  await isTold('/export?format=json')
  expect(((await (await ask(hotseat, '/api/interviews')).json()) as unknown[]).length).toBe(1)
})

test('a board of as many parts as it may have is stored and read back whole, and goes with a turn in few words', async () => {
  const { hotseat, id, client } = await begun()
  const scene = fullDrawing()
  expect(JSON.stringify(scene).length).toBeGreaterThan(1_000_000)
  expect((await draw(hotseat, id, { scene, base: null })).status).toBe(200)
  const read = shownBoardSchema.parse(await (await board(hotseat, id, 1)).json())
  expect(read.scene).toEqual(scene)
  client.send(withBoard(1))
  const { turn } = await client.next('turn-stored')
  expect(turn.artifacts[0]?.text.length).toBeLessThan(10_000)
})

test('while such a board is read others have their turns', async () => {
  let turns = 0
  let isReading = true
  const wait = () => {
    turns += 1
    if (isReading) setImmediate(wait)
  }
  setImmediate(wait)
  await keptScene(fullDrawing())
  isReading = false
  expect(turns).toBeGreaterThanOrEqual(4)
})
