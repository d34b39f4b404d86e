import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Redo, redoSchema } from '#src/domain/redo.ts'
import { redoOfferSchema } from '#src/protocol/rest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { turnRows } from '../support/turn-rows.ts'

const story = 'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing. '
const answers = [story.repeat(3), story.repeat(3), story.repeat(3)]

async function open(hotseat: Hotseat) {
  const id = await endedInterview(hotseat, answers, { question: 'outage-investigated', minutes: 5 })
  await scored(hotseat, id)
  const { scorecard } = await openScorecard(hotseat, id)
  const [fix] = scorecard.debrief.fixes
  if (fix === undefined) throw new Error('there is nothing to fix')
  return { id, scorecard, place: { criterion: fix.criterion, check: fix.check } }
}

const offer = async (hotseat: Hotseat, id: string, place: Record<string, string>) => {
  const response = await ask(hotseat, `/api/interviews/${id}/redos?${new URLSearchParams(place)}`)
  expect(response.status).toBe(200)
  return redoOfferSchema.strict().parse(await response.json())
}
const submit = (hotseat: Hotseat, id: string, body: unknown) =>
  ask(hotseat, `/api/interviews/${id}/redos`, { method: 'POST', body: JSON.stringify(body) })
async function graded(hotseat: Hotseat, id: string, place: Record<string, string>): Promise<Redo[]> {
  const kinds = async () => (await offer(hotseat, id, place)).redos.map(({ state }) => state.kind)
  await expect.poll(kinds, { timeout: 10_000 }).not.toContain('grading')
  return (await offer(hotseat, id, place)).redos
}

test('a part is answered again: stored at once, graded alone, beside an original that stays as it was', async () => {
  const hotseat = await startHotseat()
  const { id, scorecard, place } = await open(hotseat)
  const before = turnRows(hotseat, id)
  const { asked, original, redos } = await offer(hotseat, id, place)
  const score = scorecard.perQuestion[0]?.scores.find(({ criterion }) => criterion === place.criterion)
  expect([asked.endsWith('?'), original, redos]).toEqual([true, score, []])

  const text =
    'On 12 March I chose to roll back first, because customers could not pay; the errors fell from 30 percent to 1 percent.'
  const body = { id: randomUUID(), ...place, text }
  const stored = await submit(hotseat, id, body)
  expect([stored.status, redoSchema.parse(await stored.json())]).toMatchObject([202, { text, asked, original: score }])
  expect((await submit(hotseat, id, body)).status).toBe(202)
  const [redo, ...others] = await graded(hotseat, id, place)
  expect(others).toEqual([])
  expect(redo?.state).toMatchObject({ kind: 'graded', scorer: 'rule-based@1', score: { criterion: place.criterion } })
  const quotes = redo?.state.kind === 'graded' ? redo.state.score.checks.flatMap(({ evidence }) => evidence) : []
  expect(quotes.every(({ quote, start, end }) => text.slice(start, end) === quote)).toBe(true)

  await hotseat.restart()
  expect((await offer(hotseat, id, place)).redos).toEqual([redo])
  expect(turnRows(hotseat, id)).toEqual(before)
  expect((await openScorecard(hotseat, id)).scorecard).toEqual(scorecard)
})

test('the same id with other words is refused, and so are words for a check that there is not', async () => {
  const hotseat = await startHotseat()
  const { id, place } = await open(hotseat)
  const body = { id: randomUUID(), ...place, text: 'I rolled back first.' }
  expect((await submit(hotseat, id, body)).status).toBe(202)
  expect((await submit(hotseat, id, { ...body, text: 'I did not.' })).status).toBe(409)
  expect((await submit(hotseat, id, { ...body, id: randomUUID(), check: 'no-such' })).status).toBe(404)
  expect((await submit(hotseat, id, { ...body, id: randomUUID(), text: ' ' })).status).toBe(400)
  expect((await submit(hotseat, 'nobodys', body)).status).toBe(404)
})

test('before the scorecard was opened nothing is told of how an answer was rated', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, answers, { question: 'outage-investigated', minutes: 5 })
  await scored(hotseat, id)
  const place = { criterion: 'reflection', check: 'learning-stated' }
  const offered = await ask(hotseat, `/api/interviews/${id}/redos?${new URLSearchParams(place)}`)
  const sent = await submit(hotseat, id, { id: randomUUID(), ...place, text: 'I rolled back first.' })
  expect([offered.status, sent.status]).toEqual([409, 409])
  expect(await offered.json()).toMatchObject({ error: { code: 'not-opened' } })
})
