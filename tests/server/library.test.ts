import { expect, test } from 'vitest'
import { type Library, librarySchema, studyGuideSchema } from '#src/protocol/rest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'

const library = async (hotseat: Hotseat): Promise<Library> =>
  librarySchema.parse(await (await ask(hotseat, '/api/library')).json())
const listed = async (hotseat: Hotseat, id: string) => (await library(hotseat)).questions.find((question) => question.id === id)
const openGuide = (hotseat: Hotseat, question: string, forStudy: boolean) =>
  ask(hotseat, `/api/library/${question}/guide`, { method: 'POST', body: JSON.stringify({ forStudy }) })

const story = `In March our checkout failed for forty minutes. I was on call, I looked at the error rate first, and I rolled the
  release back because every minute cost us orders. Afterwards I wrote the report, added an alert on the error rate, and since then
  such a failure is seen within two minutes instead of fifteen.`

test('every question is listed with its opening, and nothing done yet', async () => {
  const { topics, questions } = await library(await startHotseat())

  expect(topics.length).toBeGreaterThan(10)
  expect(questions.length).toBeGreaterThan(20)
  expect(questions.every(({ opening, tried, isGuideRead, isOwn }) => opening && tried === null && !isGuideRead && !isOwn)).toBe(
    true,
  )
})

test('the library comes compressed to a browser that takes it so', async () => {
  const hotseat = await startHotseat()
  const encodingFor = async (accepted: string) => {
    const response = await ask(hotseat, '/api/library', { headers: { 'accept-encoding': accepted } })
    expect(librarySchema.parse(await response.json()).questions.length).toBeGreaterThan(20)
    return response.headers.get('content-encoding')
  }
  expect([await encodingFor('gzip'), await encodingFor('identity')]).toEqual(['gzip', null])
})

test('a guide stays closed before the first attempt, unless it is opened for study', async () => {
  const hotseat = await startHotseat()
  const refused = await openGuide(hotseat, 'behavioral/outage-investigated', false)
  expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([409, 'not-tried'])
  expect((await listed(hotseat, 'outage-investigated'))?.isGuideRead).toBe(false)

  const opened = await openGuide(hotseat, 'behavioral/outage-investigated', true)
  const guide = studyGuideSchema.parse(await opened.json())
  expect(guide.criteria.flatMap(({ points }) => points).length).toBeGreaterThan(5)
  expect(guide.answers.map(({ quality }) => quality)).toContain('weak')
  expect((await listed(hotseat, 'outage-investigated'))?.isGuideRead).toBe(true)
})

test('an interview begun after the guide was opened counts as prepared, one from before does not', async () => {
  const hotseat = await startHotseat()
  const choice = { track: 'behavioral', minutes: 5, question: 'outage-investigated' }
  const before = await endedInterview(hotseat, [story, story, story], choice)
  await openGuide(hotseat, 'behavioral/outage-investigated', true)
  const after = await endedInterview(hotseat, [story, `${story} It was the pool of connections.`, 'That is all of it.'], choice)

  const rows = (await (await ask(hotseat, '/api/interviews')).json()) as { id: string; prepared: string[] }[]
  expect(Object.fromEntries(rows.map(({ id, prepared }) => [id, prepared]))).toEqual({
    [before]: [],
    [after]: ['outage-investigated'],
  })
  await scored(hotseat, after)
  expect((await openScorecard(hotseat, after)).prepared).toEqual(['outage-investigated'])
})

test('what was asked in an interview that is over is tried, and its guide opens', async () => {
  const hotseat = await startHotseat()
  await beginInterview(hotseat, { track: 'behavioral', minutes: 5, question: 'late-requirements' })
  await endedInterview(hotseat, [story], { track: 'behavioral', minutes: 5, question: 'outage-investigated' })

  expect(await listed(hotseat, 'late-requirements')).toMatchObject({ tried: null })
  expect(await listed(hotseat, 'outage-investigated')).toMatchObject({ tried: { times: 1 } })
  expect((await openGuide(hotseat, 'behavioral/outage-investigated', false)).status).toBe(200)
})

test.each([
  ['behavioral/no-such-question', 404, 'no-such-question'],
  ['system-design/outage-investigated', 404, 'outage-investigated'],
  ['gardening/roses', 400, 'track'],
])('the guide of %s is refused with what to do', async (path, status, words) => {
  const answer = await openGuide(await startHotseat(), path, true)
  expect(answer.status).toBe(status)
  expect(await answer.text()).toContain(words)
})
