import { expect, test } from 'vitest'
import { checkQuestion } from '#src/content/check-question.ts'
import type { Question } from '#src/domain/guide.ts'
import { shippedQuestion, shippedRubric } from '../support/content-files.ts'

type Fault = [path: string, expected: string]

function faultsOf(question: Question, { inFull }: { inFull: boolean }): Fault[] {
  const faults: Fault[] = []
  const report = (path: string, expected: string) => faults.push([path, expected])
  const all = { question: report, guide: report, answers: report }
  checkQuestion(question, { rubric: shippedRubric(question.track), inFull, topics: undefined, lexicon: undefined, ...all })
  return faults
}

const depthFaults = (question: Question): string[] =>
  faultsOf(question, { inFull: true }).flatMap(([path, expected]) =>
    path === 'keyPoints' && expected.includes('at the least, not') ? [expected] : [],
  )

const withPoints = (question: Question, count: number): Question => ({
  ...question,
  guide: { ...question.guide, keyPoints: question.guide.keyPoints.slice(0, count) },
})

test('asks for six key points, but for a concept', () => {
  const design = shippedQuestion('system-design', 'url-shortener')
  const concept = shippedQuestion('concepts', 'idempotency')

  expect(depthFaults(withPoints(design, 6))).toEqual([])
  expect(depthFaults(withPoints(design, 5))).toEqual(['6 key points at the least, not 5'])
  expect(depthFaults(withPoints(concept, 5))).toEqual([])
})

test.each([
  ['What does a mutex do, and when do you need one?', 'one question at a time; "and when" joins a second one'],
  ['A colleague adds a mutex. What does it do? What does it cost?', 'one question at a time, not 2 question marks'],
  [`${'word '.repeat(70)}what?`, 'at most 70 words, not 71'],
])('an opening of the bank asks one question; one that somebody adds may ask what it likes: %s', (opening, expected) => {
  const asked = { ...shippedQuestion('concepts', 'mutexes'), opening }

  expect(faultsOf(asked, { inFull: true })).toEqual([['opening', expected]])
  expect(faultsOf(asked, { inFull: false })).toEqual([])
})

test('an opening may set a task in several sentences, or ask for a story without a question', () => {
  const mutexes = shippedQuestion('concepts', 'mutexes')
  const openings = [
    'Two threads book seats. Show me what goes wrong, and how you would mend it. What do you do first?',
    'Tell me about a time when a lock cost you a night.',
  ]

  expect(openings.flatMap((opening) => faultsOf({ ...mutexes, opening }, { inFull: true }))).toEqual([])
})
