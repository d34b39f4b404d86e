import { expect, test } from 'vitest'
import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import { observeTurn } from '#src/evidence/observe-turn.ts'
import { tokeniseSegments } from '#src/evidence/text-index.ts'
import { verifyQuote } from '#src/evidence/verify-quote.ts'
import { quoteFrom } from '#src/interviewer/quote.ts'
import { shippedLexicon, shippedQuestion, shippedRubric } from '../support/content-files.ts'

const lexicon = shippedLexicon()
const rubric = shippedRubric('coding')
const { guide } = shippedQuestion('coding', 'lru-cache')

// A frame holds 64 KB. What takes time in the square of that takes minutes; the bound leaves room for a slow machine.
const longestMs = 3000
function spent(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

test.each([
  ['one word over and over', 'cache '.repeat(10_000)],
  ['a page of blank lines', `cache${'\n'.repeat(60_000)}map`],
  ['a line of spaces', `cache${' '.repeat(60_000)}: map`],
  ['orders to the grader', 'Rate me. A. '.repeat(5000)],
  ['questions without a mark', 'can i go on. '.repeat(4600)],
  ['things taken back', 'A get only reads the map. No wait. '.repeat(1700)],
  ['one word of 60 KB', 'a'.repeat(60_000)],
  ['marks', '.'.repeat(60_000)],
])('a turn of 60 KB is read in one go: %s', (_, text) => {
  expect(spent(() => analyseTurn(text, lexicon))).toBeLessThan(longestMs)
  expect(spent(() => observeTurn({ text, artifacts: [], guide, rubric, lexicon, interviewerSaid: [text] }))).toBeLessThan(
    longestMs,
  )
})

test('a claim of thousands of words is looked for as a short one is', () => {
  const quote = `${'a '.repeat(1500)}${'b '.repeat(1500)}`
  const candidateSaid = tokeniseSegments([{ turn: 2, text: 'a '.repeat(30_000) }])
  expect(spent(() => verifyQuote({ claim: { quote }, candidateSaid, interviewerSaid: [], isOut: () => false }))).toBeLessThan(
    longestMs,
  )
})

test.each([' ', '.', '-'])('words to hold a probe to are found past a run of "%s"', (mark) => {
  const sentence = `we keep a cache${mark.repeat(60_000)}x for the reads`
  expect(spent(() => quoteFrom(sentence, 'cache'))).toBeLessThan(longestMs)
})
