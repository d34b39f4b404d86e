import { expect, test } from 'vitest'
import { closeCodes, type ServerFrame } from '#src/protocol/frames.ts'
import { startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect, type LiveClient, say } from '../support/live-client.ts'
import { saidRows } from '../support/turn-rows.ts'

async function sit() {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  await client.next('state', ({ standing }) => standing.state === 'awaiting-candidate')
  return { hotseat, id, client }
}

type Logged = Extract<ServerFrame, { seq: number }>
const isLogged = (frame: ServerFrame): frame is Logged => 'seq' in frame
const positionOf = ({ frames }: LiveClient) => {
  const last = frames.findLast(isLogged)
  if (last === undefined) throw new Error('nothing of the log came')
  return { epoch: last.epoch, seq: last.seq }
}
/** Says a turn and waits until the candidate has the floor again. */
async function talk(client: LiveClient, text: string) {
  await say(client, text)
  await client.next('state', ({ standing, seq }) => standing.state === 'awaiting-candidate' && seq > lastEnd(client))
}
const lastEnd = ({ frames }: LiveClient) => frames.findLast((frame) => frame.type === 'utterance-end')?.seq ?? 0

test('the same turn sent twice is stored once and acknowledged twice, alike', async () => {
  const { hotseat, id, client } = await sit()
  const turn = { type: 'say', clientTurnId: 'turn-0001', text: 'I led the migration.' } as const
  client.send(turn)
  const first = await client.next('turn-stored')
  client.send(turn)
  const second = await client.next('turn-stored')
  expect(second.turn).toEqual(first.turn)
  expect(saidRows(hotseat, id)).toEqual(['I led the migration.'])
})

test('a turn repeated from another tab after a reconnect is stored once', async () => {
  const { hotseat, id, client } = await sit()
  const turn = { type: 'say', clientTurnId: 'turn-0001', text: 'I led the migration.' } as const
  client.send(turn)
  await client.next('turn-stored')
  client.socket.terminate()
  const back = await connect(hotseat, id)
  back.send(turn)
  await back.next('turn-stored')
  expect(saidRows(hotseat, id)).toEqual(['I led the migration.'])
})

const code = { kind: 'code' as const, text: 'return 1', language: 'typescript' as const }

test.each([
  { what: 'other words', again: { text: 'I watched the migration.' } },
  { what: 'other code', again: { text: 'Here it is.', artifacts: [{ ...code, text: 'return 2' }] } },
  { what: 'no code', again: { text: 'Here it is.' } },
])('an id that comes back with $what is an error, and what was stored stays', async ({ again }) => {
  const { hotseat, id, client } = await sit()
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'Here it is.', artifacts: [code] })
  await client.next('turn-stored')
  client.send({ type: 'say', clientTurnId: 'turn-0001', ...again })
  expect(await client.next('error')).toMatchObject({ code: 'id-reused', clientTurnId: 'turn-0001' })
  expect(saidRows(hotseat, id)).toEqual(['Here it is.'])
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'Here it is.', artifacts: [code] })
  expect((await client.next('turn-stored')).turn.artifacts).toEqual([{ id: 'code', ...code }])
})

test('a command’s id that comes back for another command is an error', async () => {
  const { client } = await sit()
  client.send({ type: 'pause', command: 'command-1' })
  await client.next('state', ({ command }) => command === 'command-1')
  client.send({ type: 'end', command: 'command-1' })
  expect(await client.next('error')).toMatchObject({ code: 'id-reused', command: 'command-1' })
})

test('who comes back with epoch and seq is told exactly what was missed', async () => {
  const { hotseat, id, client } = await sit()
  const leaver = await connect(hotseat, id)
  await leaver.next('snapshot')
  const have = positionOf(leaver)
  leaver.close()
  await leaver.closed
  await talk(client, 'I led the migration.')
  await talk(client, 'It took two weeks.')
  const missed = client.frames.filter(isLogged).filter(({ seq }) => seq > have.seq)

  const back = await connect(hotseat, id, { have })
  expect(await back.next('welcome')).toEqual({ type: 'welcome', epoch: have.epoch, resumed: true })
  back.send({ type: 'ping' })
  await back.next('pong')
  expect(back.frames.slice(1, -1)).toEqual(missed)
  expect(missed.map(({ seq }) => seq)).toEqual(missed.map((_, index) => have.seq + 1 + index))
})

test('who missed nothing is told nothing', async () => {
  const { hotseat, id, client } = await sit()
  const back = await connect(hotseat, id, { have: positionOf(client) })
  await back.next('welcome')
  back.send({ type: 'ping' })
  await back.next('pong')
  expect(back.frames.map(({ type }) => type)).toEqual(['welcome', 'pong'])
})

test.each([
  { what: 'an epoch that is not known', have: { epoch: 'of-another-process', seq: 1 } },
  { what: 'a position that was never reached', have: { seq: 9_007_199_254_740_991 } },
])('who comes back with $what gets a snapshot', async ({ have }) => {
  const { hotseat, id, client } = await sit()
  const { epoch, seq } = positionOf(client)
  const back = await connect(hotseat, id, { have: { epoch, ...have } })
  expect(await back.next('welcome')).toEqual({ type: 'welcome', epoch, resumed: false })
  const snapshot = await back.next('snapshot')
  expect(snapshot).toMatchObject({ epoch, seq, partial: null })
  expect(snapshot.turns).toEqual(client.frames.flatMap((frame) => (frame.type === 'utterance-end' ? [frame.turn] : [])))
})

test('two tabs both receive everything, in the same order', async () => {
  const { hotseat, id, client } = await sit()
  const other = await connect(hotseat, id, { connection: 'tab-other' })
  const from = (await other.next('snapshot')).seq
  await talk(client, 'Said in the first tab.')
  other.send({ type: 'draft', text: 'Typed in the' })
  expect(await client.next('draft')).toMatchObject({ connection: 'tab-other', text: 'Typed in the' })
  await talk(other, 'Said in the second tab.')
  other.send({ type: 'pause', command: 'command-1' })
  const isPaused = (frame: { command: string | null }) => frame.command === 'command-1'
  expect((await client.next('state', isPaused)).standing).toMatchObject({ state: 'paused', drivenBy: 'tab-other' })
  await other.next('state', isPaused)
  const seenBy = ({ frames }: LiveClient) =>
    frames.filter((frame) => isLogged(frame) && frame.type !== 'snapshot' && frame.seq > from)
  expect(seenBy(other)).toEqual(seenBy(client))
  expect(saidRows(hotseat, id)).toEqual(['Said in the first tab.', 'Said in the second tab.'])
})

test('a tab that connects anew closes its own older socket and no other', async () => {
  const { hotseat, id, client } = await sit()
  const old = await connect(hotseat, id, { connection: 'tab-twice' })
  await old.next('snapshot')
  const again = await connect(hotseat, id, { connection: 'tab-twice' })
  expect(await old.closed).toBe(closeCodes.superseded)
  await talk(client, 'All others go on.')
  await again.next('turn-stored')
})

test.each(['by a new socket', 'on the same socket'])(
  'a tab that says hello again %s while paused shares its interview with the next tab',
  async (how) => {
    const hotseat = await startHotseat()
    const { id } = await beginInterview(hotseat)
    const client = await connect(hotseat, id, { connection: 'tab-twice' })
    await client.next('utterance-end')
    client.send({ type: 'pause', command: 'command-1' })
    await client.next('state', ({ standing }) => standing.state === 'paused')

    const again = how === 'on the same socket' ? client : await connect(hotseat, id, { connection: 'tab-twice' })
    if (how === 'on the same socket') again.send({ type: 'hello', connection: 'tab-twice' })
    await again.next('snapshot', ({ standing }) => standing.state === 'paused')
    const next = await connect(hotseat, id)
    await next.next('snapshot')
    again.send({ type: 'say', clientTurnId: 'turn-0001', text: 'Do you hear me?' })
    expect((await next.next('turn-stored')).turn.text).toBe('Do you hear me?')
  },
)
