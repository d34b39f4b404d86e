import { expect, test } from 'vitest'
import { nothingSaid, planImport, type SaidOfSource } from '#src/importing/plan-import.ts'
import { readSource } from '#src/transcript/read-source.ts'
import { shippedLexicon, shippedQuestion, shippedQuestionIds } from '../support/content-files.ts'

const bank = { bank: shippedQuestionIds().map(({ track, id }) => shippedQuestion(track, id)), lexicon: shippedLexicon() }
const plan = (text: string, said: Partial<SaidOfSource> = {}) =>
  planImport(readSource(text, null), { ...nothingSaid, level: 'mid', ...said }, bank)
const rolesOf = (text: string, said: Partial<SaidOfSource> = {}) =>
  Object.fromEntries(plan(text, said).speakers.map(({ label, role }) => [label ?? '', role]))

const panel = [
  'Anna: Hi, tell me about a serious outage that you investigated yourself, one real case.',
  'Ben: In March our checkout failed for one customer in ten, and I read the slow query log and the deploy log first.',
  'Cleo: What did you do then?',
  'Ben: I found that the pool of connections was half as large as before, so I rolled the release back.',
  'Anna: And afterwards?',
  'Ben: The error rate fell to nothing.',
  'Cleo: Thanks.',
].join('\n')

test('who is named plays that part, and the others what is left', () => {
  expect(rolesOf(panel)).toEqual({ Anna: 'interviewer', Ben: 'candidate', Cleo: 'interviewer' })
  expect(rolesOf(panel, { candidates: ['CLEO '], track: 'behavioral' })).toEqual({
    ...{ Anna: 'interviewer', Ben: 'interviewer', Cleo: 'candidate' },
  })
  const two = 'Anna: Where would you start?\nBen: With the reads.\nAnna: Why?\nBen: They are most.'
  expect(rolesOf(two, { interviewers: ['Ben'], track: 'sql' })).toEqual({ Anna: 'candidate', Ben: 'interviewer' })
})

test('a question or a track that is said goes for all of it, and else what is guessed', () => {
  const both = `${panel}\nAnna: For the second half, design a service that turns a long web address into a short link.\nBen: With the reads.`
  expect(plan(both).parts.map(({ track, question }) => [track, question])).toEqual([
    ['behavioral', { id: 'outage-investigated' }],
    ['system-design', { id: 'url-shortener' }],
  ])
  expect(plan(both, { track: 'behavioral' }).parts).toMatchObject([{ from: 1, question: { id: 'outage-investigated' } }])
  expect(plan(both, { question: 'rate-limiter' }).parts).toEqual([
    { from: 1, track: 'system-design', level: 'mid', question: { id: 'rate-limiter' } },
  ])
  expect(plan(both, { track: 'sql' }).parts).toMatchObject([{ from: 1, track: 'sql', question: { text: expect.any(String) } }])
})

test('what nothing tells is said to be unclear, never guessed', () => {
  expect(() => plan('Just words.\n\nAnd more of them.')).toThrow(/It cannot be told who is who.*names nobody/)
  expect(() => plan(panel, { candidates: ['Zoe'] })).toThrow('Nobody called "Zoe" speaks.')
  expect(() => plan(panel, { level: undefined })).toThrow(/^The level cannot be told/)
  expect(() => plan('Anna: How was your week?\nBen: It was fine.')).toThrow(/^The track cannot be told/)
})
