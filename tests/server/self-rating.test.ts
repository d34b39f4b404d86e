import { expect, test } from 'vitest'
import { z } from 'zod'
import { interviewRowSchema, selfRatingRowSchema, selfRatingStandingSchema } from '#src/protocol/rest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'

const words = 'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing. '
const answers = [words.repeat(3), words.repeat(3), words.repeat(3)]

const give = (hotseat: Hotseat, id: string, body: unknown) =>
  ask(hotseat, `/api/interviews/${id}/self-rating`, { method: 'POST', body: JSON.stringify(body) })
const standing = async (hotseat: Hotseat, id: string) =>
  selfRatingStandingSchema.strict().parse(await (await ask(hotseat, `/api/interviews/${id}/self-rating`)).json())

test('one rates oneself before the scorecard is shown, and the difference can be read ever after', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, answers)
  await scored(hotseat, id)
  const [listed] = z.array(interviewRowSchema).parse(await (await ask(hotseat, '/api/interviews')).json())
  expect(listed).toMatchObject({ recommendation: null, isOpened: false })
  const { criteria, selfRating, isAsked } = await standing(hotseat, id)
  expect([criteria.map((criterion) => Object.keys(criterion)), selfRating, isAsked]).toEqual([
    criteria.map(() => ['id', 'title', 'means', 'anchors']),
    null,
    true,
  ])
  const said = { kind: 'rated', ratings: { context: 3, actions: 4 } }
  const given = await give(hotseat, id, said)
  expect([given.status, await given.json()]).toEqual([201, said])
  expect(await standing(hotseat, id)).toMatchObject({ selfRating: said, isAsked: false })

  const { scorecard, selfRating: shownBeside } = await openScorecard(hotseat, id)
  expect(shownBeside).toEqual(said)
  const ratingOf = (criterion: string) => {
    const score = scorecard.scores.find((one) => one.criterion === criterion)
    return score?.kind === 'rated' ? score.rating : null
  }
  await hotseat.restart()
  const [row, ...others] = z.array(selfRatingRowSchema).parse(await (await ask(hotseat, '/api/self-ratings')).json())
  expect(others).toEqual([])
  expect(row?.differences.map(({ criterion, said: own, shown }) => ({ criterion, own, shown }))).toEqual([
    { criterion: 'context', own: 3, shown: ratingOf('context') },
    { criterion: 'actions', own: 4, shown: ratingOf('actions') },
  ])
})

test('a rating is given once: repeated it is the same, another is refused', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, answers)
  expect((await give(hotseat, id, { kind: 'skipped' })).status).toBe(201)
  expect((await give(hotseat, id, { kind: 'skipped' })).status).toBe(201)
  const other = await give(hotseat, id, { kind: 'rated', ratings: { context: 3 } })
  expect([other.status, await other.json()]).toEqual([
    409,
    { error: { code: 'conflict', message: expect.stringContaining('stays as it was') } },
  ])
  expect(await (await ask(hotseat, '/api/self-ratings')).json()).toEqual([])
})

test('once the scorecard was shown nobody rates themselves any more', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, answers)
  await scored(hotseat, id)
  expect((await openScorecard(hotseat, id)).selfRating).toBeNull()
  expect(await standing(hotseat, id)).toMatchObject({ selfRating: null, isAsked: false })
  const late = await give(hotseat, id, { kind: 'rated', ratings: { context: 3 } })
  expect([late.status, await late.json()]).toMatchObject([409, { error: { code: 'conflict' } }])
})

test('it is asked for only after the end, and only about the criteria there are', async () => {
  const hotseat = await startHotseat()
  const { id: running } = await beginInterview(hotseat)
  expect((await ask(hotseat, `/api/interviews/${running}/self-rating`)).status).toBe(409)
  expect((await give(hotseat, running, { kind: 'skipped' })).status).toBe(409)
  const id = await endedInterview(hotseat, answers)
  for (const body of [
    { kind: 'rated', ratings: {} },
    { kind: 'rated', ratings: { context: 5 } },
    { kind: 'rated', ratings: { juggling: 3 } },
    { kind: 'guessed' },
  ])
    expect((await give(hotseat, id, body)).status).toBe(400)
  expect((await give(hotseat, 'nobodys', { kind: 'skipped' })).status).toBe(404)
})

test('the Markdown of an interview leaves the ratings out until one could rate oneself', async () => {
  const hotseat = await startHotseat()
  const markdown = async (id: string) => await (await ask(hotseat, `/api/interviews/${id}/export?format=markdown`)).text()
  const rated = await endedInterview(hotseat, answers)
  await scored(hotseat, rated)
  const before = await markdown(rated)
  expect(before).toContain('The ratings are left out until the scorecard was opened')
  expect(before).not.toMatch(/Rating|hire|Evidence|How it was told/)
  expect(before).toContain('## Transcript')
  await give(hotseat, rated, { kind: 'rated', ratings: { context: 3 } })
  expect(await markdown(rated)).toContain('| Criterion | Weight | Rating | Why |')

  const opened = await endedInterview(hotseat, answers)
  await scored(hotseat, opened)
  await openScorecard(hotseat, opened)
  expect(await markdown(opened)).toContain('| Criterion | Weight | Rating | Why |')
})
