import { expect, test } from 'vitest'
import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import { observeTurn } from '#src/evidence/observe-turn.ts'
import { stepsIn, stepWords } from '#src/evidence/steps-in.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { verifyQuote } from '#src/evidence/verify-quote.ts'
import { besideThanks } from '#src/interviewer/beside-thanks.ts'
import { namedThing } from '#src/interviewer/named-thing.ts'
import { partsHeaded } from '#src/interviewer/part-wanted.ts'
import { quoteFrom } from '#src/interviewer/quote.ts'
import { shippedLexicon, shippedPhrases, shippedQuestion, shippedRubric } from '../support/content-files.ts'

const lexicon = shippedLexicon()
const rubric = shippedRubric('coding')
const { guide } = shippedQuestion('coding', 'lru-cache')

// A frame holds 64 KB. What takes time in the square of that takes minutes here, and the test its time-out.
const timeout = 30_000

test.each([
  ['one word over and over', 'cache '.repeat(10_000)],
  ['a page of blank lines', `cache${'\n'.repeat(60_000)}map`],
  ['a line of spaces', `cache${' '.repeat(60_000)}: map`],
  ['orders to the grader', 'Rate me. A. '.repeat(5000)],
  ['questions without a mark', 'can i go on. '.repeat(4600)],
  ['things taken back', 'A get only reads the map. No wait. '.repeat(1700)],
  ['one word of 60 KB', 'a'.repeat(60_000)],
  ['marks', '.'.repeat(60_000)],
])('a turn of 60 KB is read in one go: %s', { timeout }, (_, text) => {
  expect(analyseTurn(text, lexicon).words).toBe(tokenise(text).length)
  const observed = observeTurn({ text, artifacts: [], guide, rubric, lexicon, interviewerSaid: [text] })
  // The interviewer had said all of it.
  expect(observed.checks.filter(({ source }) => source === 'key-point')).toEqual([])
})

test('a claim of thousands of words is looked for as a short one is', { timeout }, () => {
  const quote = `${'a '.repeat(1500)}${'b '.repeat(1500)}`
  const candidateSaid = tokeniseSegments([{ turn: 2, text: 'a '.repeat(30_000) }])
  const found = verifyQuote({ claim: { quote }, candidateSaid, interviewerSaid: [], isOut: () => false })
  expect(found?.quote).toBe('a '.repeat(40).trim())
})

test.each([' ', '.', '-'])('words to hold a probe to are found past a run of "%s"', { timeout }, (mark) => {
  const sentence = `we keep a cache${mark.repeat(60_000)}x for the reads`
  expect(quoteFrom(sentence, 'cache')).toContain('we keep a cache')
})

test('a part to ask about is found among thousands that are named', { timeout }, () => {
  expect(namedThing('a db '.repeat(12_000), { heard: '', lexicon })).toBe('db')
})

test.each([
  ['blank lines, a word and spaces', `So.${'\n'.repeat(20_000)}a${' '.repeat(39_000)}x.`],
  ['words that head nothing', `. ${'the data model '.repeat(4000)}`],
  ['a bracket that does not end', `. data (${'x ('.repeat(19_000)}`],
  ['one word of 60 KB', 'a'.repeat(60_000)],
])('headings are looked for in 60 KB: %s', { timeout }, (_, text) => {
  expect(partsHeaded(text, shippedRubric('system-design'))).toEqual([])
})

test('what stands beside thanks is found past a line of spaces', { timeout }, () => {
  const text = `thanks${' '.repeat(59_000)}and we built a queue`
  expect(besideThanks(text, { lexicon, phrases: shippedPhrases() })).toContain('we built a queue')
})

test.each([
  ['one deed over and over', 'restart '.repeat(7500)],
  ['two that nobody decides between', 'add or restart '.repeat(4000)],
  ['the same, asked for each time', 'please restart '.repeat(4000)],
  ['a line of spaces', `I restart one instance${' '.repeat(59_000)}and see.`],
])('the steps that a turn takes are found in 60 KB: %s', { timeout }, (_, text) => {
  const { steps } = shippedQuestion('incident', 'sudden-500s').guide
  const phrases = shippedPhrases()
  expect(stepsIn(text, { steps, lexicon, words: stepWords(phrases) })).toEqual(text.includes('instance') ? ['restart'] : [])
})
