import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closeCodes } from '#src/protocol/frames.ts'
import type { Deletion } from '#src/protocol/rest.ts'
import { boxes, draw } from '../support/drawing.ts'
import { enter, enterAsGuest, share } from '../support/guest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { endedInterview, endInterview, openScorecard, scored, sitInterview } from '../support/sit-interview.ts'
import { inSpace, startWithSpaces } from '../support/spaces.ts'

const marker = 'marmalade'
const words = [
  `We kept every ${marker} in a ledger of its own, so that a lost message could be told by the gap in its numbers. Before that nobody knew how many went missing, and support heard of it from customers first.`,
  'I measured it for two weeks: the queue lost one of ten thousand, and after my change none at all. I wrote the consumer anew so that it stored each message before it acknowledged it, and I ran both side by side for a week.',
  `The team wanted to retry blindly. I showed them on the dashboard that this doubled the ${marker}. We agreed on a key for each message, and the second copy was thrown away. Since then the on-call engineer was not woken once by that alert, and two other teams took over the same ledger.`,
]

async function removed(hotseat: Hotseat, path: string): Promise<Deletion> {
  const response = await ask(hotseat, path, { method: 'DELETE' })
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as Deletion
}
const undo = (hotseat: Hotseat, { id }: Deletion) => ask(hotseat, `/api/deletions/${id}/undo`, { method: 'POST', body: '{}' })
const listed = async (hotseat: Hotseat) =>
  ((await (await ask(hotseat, '/api/interviews')).json()) as { id: string }[]).map(({ id }) => id)

/** What can be asked of one interview. */
const parts = [
  '',
  '/exercise',
  '/scoring',
  '/scorecard',
  '/review',
  '/notes',
  '/reviews',
  '/objections',
  '/shares',
  '/export',
  '/self-rating',
]
const statuses = async (hotseat: Hotseat, id: string) =>
  await Promise.all(parts.map(async (part) => (await ask(hotseat, `/api/interviews/${id}${part}`)).status))
const found = async (hotseat: Hotseat) =>
  ((await (await ask(hotseat, `/api/search?words=${marker}`)).json()) as { turns: unknown[] }).turns.length

test('what is deleted is hidden everywhere at once, its links open nothing, and undo brings it back as it was', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const id = await endedInterview(hotseat, words, { question: 'outage-investigated' })
  await scored(hotseat, id)
  const before = await openScorecard(hotseat, id)
  const { token } = await share(hotseat, id, { showsRatings: true })
  const guest = await enterAsGuest(hotseat, token)
  const turnsFound = await found(hotseat)
  expect(turnsFound).toBeGreaterThan(1)

  const deletion = await removed(hotseat, `/api/interviews/${id}`)
  expect(deletion).toEqual({ id: expect.any(String), interviews: [id], undoUntil: clock.now() + 10_000 })
  expect(await statuses(hotseat, id)).toEqual(parts.map(() => 404))
  expect([await listed(hotseat), await found(hotseat)]).toEqual([[], 0])
  expect((await (await ask(hotseat, '/api/progress')).json()) as unknown).toBeNull()
  expect((await enter(hotseat, token)).status).toBe(404)
  expect((await guest.ask(`/api/shared/${guest.share}`)).status).toBe(404)
  expect((await ask(hotseat, `/api/interviews/${id}`, { method: 'DELETE' })).status).toBe(404)

  clock.advance(9_999)
  expect(await (await undo(hotseat, deletion)).json()).toEqual({ interviews: [id] })
  clock.advance(60_000)
  expect(await openScorecard(hotseat, id)).toEqual(before)
  expect((await guest.ask(`/api/shared/${guest.share}`)).status).toBe(200)
  expect([await listed(hotseat), await found(hotseat)]).toEqual([[id], turnsFound])
})

test('after ten seconds nothing brings it back, and no word of it is left in the file or its log', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const drawn = 'quince'
  const { id, client } = await sitInterview(hotseat, words)
  for (const base of [null, 1, 2]) await draw(hotseat, id, { scene: boxes([`${drawn} ${base}`]), base })
  client.send({ type: 'pad', pad: 'code', text: `const ${drawn} = 1`, language: 'typescript' })
  await client.next('pad')
  client.send({ type: 'say', clientTurnId: 'turn-with-board', text: '', artifacts: [{ kind: 'board', revision: 2 }] })
  await client.next('turn-stored', ({ clientTurnId }) => clientTurnId === 'turn-with-board')
  await endInterview(client)
  await scored(hotseat, id)
  const everything = () =>
    ['', '-wal'].map((ending) => readFileSync(`${hotseat.databaseFile}${ending}`).toString('latin1')).join('')
  for (const word of [marker, drawn]) expect(everything()).toContain(word)
  const deletion = await removed(hotseat, `/api/interviews/${id}`)
  clock.advance(10_000)
  for (const word of [marker, drawn]) await expect.poll(everything).not.toContain(word)
  expect((await undo(hotseat, deletion)).status).toBe(404)
  expect(everything()).not.toContain(id)
})

test('a server that stopped in between removes it when it starts, and keeps waiting for what may still be put back', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const [first, second] = [await endedInterview(hotseat, words), await endedInterview(hotseat, words)]
  const early = await removed(hotseat, `/api/interviews/${first}`)
  clock.advance(6000)
  const late = await removed(hotseat, `/api/interviews/${second}`)
  await hotseat.close()
  clock.advance(5000)
  await hotseat.restart()
  expect(await listed(hotseat)).toEqual([])
  expect((await undo(hotseat, early)).status).toBe(404)
  expect((await undo(hotseat, late)).status).toBe(200)
  expect(await listed(hotseat)).toEqual([second])
})

test('deleting all takes the unfinished one too, with whoever sits it, and undo lets them go on', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const ended = await endedInterview(hotseat, words)
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  await say(client, `Half of a ${marker}.`)
  const deletion = await removed(hotseat, '/api/interviews')
  expect([...deletion.interviews].sort()).toEqual([ended, id].sort())
  expect(await client.closed).toBe(closeCodes.unknownInterview)
  expect(client.frames.at(-1)).toEqual({ type: 'bye', reason: 'This interview was deleted.' })
  expect(await (await connect(hotseat, id)).closed).toBe(closeCodes.unknownInterview)

  expect((await undo(hotseat, deletion)).status).toBe(200)
  const again = await connect(hotseat, id)
  const { turns } = await again.next('snapshot')
  expect(turns.some(({ text }) => text.includes(marker))).toBe(true)
  expect((await say(again, 'And the other half.')).turn.speaker).toBe('interviewer')
})

test('all means all of one’s own', async () => {
  const hotseat = await startWithSpaces()
  const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
  const [hers, his] = [await endedInterview(ada, words), await endedInterview(ben, words)]
  const deletion = await removed(ben, '/api/interviews')
  expect(deletion.interviews).toEqual([his])
  expect([await listed(ada), await listed(ben)]).toEqual([[hers], []])
  expect((await undo(ada, deletion)).status).toBe(404)
  expect((await undo(ben, deletion)).status).toBe(200)
  expect((await ask(ada, '/api/deletions/unknown/undo', { method: 'POST', body: '{}' })).status).toBe(404)
})
