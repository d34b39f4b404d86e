import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ReviewedInterview, reviewedInterviewSchema, selfRatingStandingSchema } from '#src/protocol/rest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { markContent, markersIn } from '../support/marked-content.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { giveAway } from '../support/turn-rows.ts'

const words = 'I would keep a table from short code to address because reads are far more frequent than writes. '.repeat(3)
const design = { track: 'system-design', minutes: 45, question: 'url-shortener' }

async function reviewed(hotseat: Hotseat, id: string): Promise<ReviewedInterview> {
  const response = await ask(hotseat, `/api/interviews/${id}/review`)
  expect(response.status).toBe(200)
  return reviewedInterviewSchema.strict().parse(await response.json())
}
const isAsked = async (hotseat: Hotseat, id: string) =>
  selfRatingStandingSchema.parse(await (await ask(hotseat, `/api/interviews/${id}/self-rating`)).json()).isAsked

test('an interview is gone back over: its turns, its scorecard, what was asked for, one’s own notes', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [words, words, words], design)
  await scored(hotseat, id)
  expect(await isAsked(hotseat, id)).toBe(true)
  const note = { turn: 2, start: 0, end: 7, quote: 'I would', text: 'Say “I do”.' }
  const path = `/api/interviews/${id}/notes/${randomUUID()}`
  expect((await ask(hotseat, path, { method: 'PUT', body: JSON.stringify(note) })).status).toBe(200)
  const first = await reviewed(hotseat, id)
  expect(await isAsked(hotseat, id)).toBe(false)
  const { scorecard, turns, criteria, delivery } = await openScorecard(hotseat, id)
  expect(first).toMatchObject({ interview: { id, status: 'ended' }, scorecard, turns, criteria, delivery, notes: [note] })
  expect(first.review.fixes).toEqual(scorecard.debrief.fixes)
  expect(first.review.turns.map(({ turn }) => turn)).toEqual(
    turns.filter(({ speaker }) => speaker === 'candidate').map(({ turn }) => turn),
  )
  expect(first.review.asked.every(({ isGuess }) => !isGuess)).toBe(true)
  expect(first.review.hints).toEqual([0, 0, 0, 0, 0, 0])
  await hotseat.restart()
  expect(await reviewed(hotseat, id)).toEqual(first)
})

test('what was too short to rate can be read, without a word of its guide, and stays unopened', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, design)
  const { fields } = markContent(hotseat, id)
  expect((await ask(hotseat, `/api/interviews/${id}/review`)).status).toBe(409)
  const short = await endedInterview(hotseat, ['One table.'], design)
  markContent(hotseat, short)
  const status = async () => (await ask(hotseat, `/api/interviews/${short}/review`)).status
  await expect.poll(status, { timeout: 10_000 }).toBe(200)
  const text = await (await ask(hotseat, `/api/interviews/${short}/review`)).text()
  const spoken = (await reviewed(hotseat, short)).turns.map((turn) => turn.text).join(' ')
  const told = markersIn(text).filter((marker) => !markersIn(spoken).includes(marker))
  expect(told.map((marker) => fields.get(marker))).toEqual([])
  expect(await reviewed(hotseat, short)).toMatchObject({ scorecard: null, criteria: [], review: { fixes: [], missed: [] } })
  expect(await isAsked(hotseat, short)).toBe(true)
})

test('there is no review before the scoring, and none of somebody else’s interview', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [words, words, words], design)
  await scored(hotseat, id)
  giveAway(hotseat, id)
  expect((await ask(hotseat, `/api/interviews/${id}/review`)).status).toBe(404)
})
