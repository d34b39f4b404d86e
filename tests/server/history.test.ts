import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { comparableSchema, comparisonSchema, progressSchema, reasksSchema, searchResultSchema } from '#src/protocol/history.ts'
import { interviewRowSchema } from '#src/protocol/rest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { giveAway } from '../support/turn-rows.ts'

const story = 'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing. '
const answers = [story.repeat(3), story.repeat(3), story.repeat(3)]

async function sit(hotseat: Hotseat): Promise<string> {
  const id = await endedInterview(hotseat, answers, { question: 'outage-investigated', minutes: 5 })
  await scored(hotseat, id)
  return id
}
async function read<Schema extends z.ZodType>(hotseat: Hotseat, path: string, schema: Schema): Promise<z.infer<Schema>> {
  const response = await ask(hotseat, path)
  expect([path, response.status]).toEqual([path, 200])
  return schema.parse(await response.json())
}

test('what was said is found, with its place, and nobody else finds it', async () => {
  const hotseat = await startHotseat()
  const id = await sit(hotseat)
  const found = await read(hotseat, '/api/search?words=slow+query&speaker=candidate&limit=2', searchResultSchema)
  expect(found.turns.map(({ interview, speaker }) => [interview, speaker])).toEqual([
    [id, 'candidate'],
    [id, 'candidate'],
  ])
  const [first] = found.turns
  expect(first?.marks.map(({ start, end }) => first.snippet.slice(start, end).toLowerCase()).slice(0, 2)).toEqual([
    'slow',
    'query',
  ])
  const rest = await read(
    hotseat,
    `/api/search?words=slow+query&limit=2&speaker=candidate&cursor=${found.next}`,
    searchResultSchema,
  )
  expect([rest.turns.length, rest.next]).toEqual([1, null])
  expect((await read(hotseat, '/api/search?words=outage', searchResultSchema)).titles).toMatchObject([{ interview: id }])
  for (const words of ['%22', 'NEAR(', '*', 'a%00b', ''])
    expect((await ask(hotseat, `/api/search?words=${words}`)).status).toBe(200)
  expect((await ask(hotseat, '/api/search?words=a&track=nothing')).status).toBe(400)
  giveAway(hotseat, id)
  const nobodys = await read(hotseat, '/api/search?words=slow', searchResultSchema)
  expect(nobodys).toEqual({ titles: [], turns: [], next: null })
})

test('interviews are listed by the page', async () => {
  const hotseat = await startHotseat()
  const ids = [await endedInterview(hotseat, []), await endedInterview(hotseat, [])]
  const rows = (query: string) => read(hotseat, `/api/interviews?${query}`, z.array(interviewRowSchema))
  expect((await rows('limit=1')).map(({ id }) => id)).toEqual([ids[1]])
  expect((await rows(`limit=1&before=${ids[1]}`)).map(({ id }) => id)).toEqual([ids[0]])
  expect(await rows('status=running')).toEqual([])
})

test('progress and re-asks wait for the scorecard to be opened; two attempts and a redo can be compared', async () => {
  const hotseat = await startHotseat()
  const [first, second] = [await sit(hotseat), await sit(hotseat)]
  expect(await read(hotseat, '/api/progress', progressSchema.nullable())).toBeNull()
  expect((await ask(hotseat, `/api/comparisons/${first}/${second}`)).status).toBe(409)
  expect((await read(hotseat, '/api/re-asks', reasksSchema)).questions).toEqual([])
  const { scorecard } = await openScorecard(hotseat, first)
  await openScorecard(hotseat, second)

  const progress = await read(hotseat, '/api/progress', progressSchema)
  expect(progress.sittings.map(({ interview, apart }) => [interview, apart])).toEqual([
    [first, null],
    [second, 'asked-before'],
  ])
  expect(new Set(progress.criteria.map(({ trend }) => trend.kind))).toEqual(new Set(['too-few']))
  expect(progress.suggestions.length).toBeGreaterThan(0)
  expect(await read(hotseat, '/api/progress?track=incident&level=mid', progressSchema.nullable())).toBeNull()

  const due = await read(hotseat, '/api/re-asks', reasksSchema)
  expect(due.questions).toMatchObject([{ track: 'behavioral', question: 'outage-investigated', interview: second, step: 0 }])
  const body = JSON.stringify({ track: 'behavioral', question: 'outage-investigated' })
  const dismissed = await ask(hotseat, '/api/re-asks/dismissals', { method: 'POST', body })
  expect([dismissed.status, reasksSchema.parse(await dismissed.json()).questions]).toEqual([201, []])

  const compared = await read(hotseat, `/api/comparisons/${first}/${second}`, comparisonSchema)
  expect(compared).toMatchObject({ question: 'outage-investigated', first: { interview: first }, second: { interview: second } })
  expect(compared.first.figures.words).toBeGreaterThan(150)

  const [fix] = scorecard.debrief.fixes
  const redo = { id: randomUUID(), criterion: fix?.criterion, check: fix?.check, text: story }
  await ask(hotseat, `/api/interviews/${first}/redos`, { method: 'POST', body: JSON.stringify(redo) })
  const others = () => read(hotseat, `/api/interviews/${first}/comparable`, comparableSchema)
  await expect.poll(async () => (await others()).map(({ kind }) => kind), { timeout: 10_000 }).toEqual(['redo', 'interview'])
  const withRedo = await read(hotseat, `/api/comparisons/${first}/${redo.id}`, comparisonSchema)
  expect(withRedo.second).toMatchObject({ kind: 'redo', figures: { words: 23 }, scores: [{ criterion: fix?.criterion }] })
  expect(withRedo.first.scores.map(({ criterion }) => criterion)).toEqual([fix?.criterion])
  giveAway(hotseat, second)
  expect((await ask(hotseat, `/api/comparisons/${first}/${second}`)).status).toBe(404)
})
