import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Transcript } from '#src/domain/transcript.ts'
import { guessLevel, guessParts, type SaidAt } from '#src/importing/guess-parts.ts'
import { readTranscript } from '#src/transcript/read-transcript.ts'
import { shippedLexicon, shippedQuestion, shippedQuestionIds } from '../support/content-files.ts'

const bank = { bank: shippedQuestionIds().map(({ track, id }) => shippedQuestion(track, id)), lexicon: shippedLexicon() }
const folder = join(import.meta.dirname, '../calibration/transcripts')
const labelled = readdirSync(folder).map((name) => readTranscript(readFileSync(join(folder, name), 'utf8'), name))

const saidIn = (...transcripts: Transcript[]): SaidAt[] =>
  transcripts.flatMap(({ turns }) => turns).map(({ speaker, text }, at) => ({ from: at + 1, speaker, text }))
const asked = (...texts: string[]): SaidAt[] => texts.map((text, at) => ({ from: at + 1, speaker: 'interviewer', text }))
const guess = (said: SaidAt[]) => guessParts(said, bank).map(({ from, track, question }) => [from, track, question.id])

test('of labelled interviews most tracks and many questions are told, and none falsely', () => {
  const guesses = labelled.map((transcript) => ({ transcript, first: guessParts(saidIn(transcript), bank)[0] }))
  const wrong = guesses.filter(
    ({ transcript: { track, questions }, first }) =>
      (first?.track ?? track) !== track || (first?.question.id ?? questions[0]?.id) !== questions[0]?.id,
  )
  expect(wrong.map(({ transcript }) => transcript.id)).toEqual([])
  const share = (isTold: (guess: (typeof guesses)[number]) => boolean) => guesses.filter(isTold).length / guesses.length
  expect(share(({ first }) => first?.track != null)).toBeGreaterThan(0.8)
  expect(share(({ first }) => first?.question.id != null)).toBeGreaterThan(0.5)
})

test('an interview on one question stays in one part, whatever is asked further', () => {
  const split = labelled.filter((transcript) => guessParts(saidIn(transcript), bank).length > 1)
  expect(split.length / labelled.length).toBeLessThan(0.03)
})

test('where the interviewer turns to another question a part begins, and it says why', () => {
  const said = asked(
    'Hi, thanks for coming in today.',
    'Tell me about a serious outage that you investigated yourself, one real case.',
    'What did you look at first?',
    'Good. For the second half, I would like you to design a service that turns a long web address into a short link.',
    'How many links a day?',
  )
  expect(guess(said)).toEqual([
    [1, 'behavioral', 'outage-investigated'],
    [4, 'system-design', 'url-shortener'],
  ])
  expect(guessParts(said, bank)[1]?.because).toBe('The interviewer’s words are like those of “Design a URL shortener”.')
})

test('a question that the bank lacks is told by its track, in the words that were said', () => {
  const said = asked('Hello.', 'Please design a booking site for hair salons.', 'Write a query that counts bookings by salon.')
  expect(guessParts(said, bank)).toEqual([
    {
      from: 1,
      track: 'system-design',
      question: { id: null, text: 'Please design a booking site for hair salons.' },
      because: 'The interviewer says “design a”.',
    },
    {
      from: 3,
      track: 'sql',
      question: { id: null, text: 'Write a query that counts bookings by salon.' },
      because: 'The interviewer says “Write a query”.',
    },
  ])
})

test('where nothing tells, the track is left open', () => {
  expect(guess(asked('Hello.', 'So, what about your garden?'))).toEqual([[1, null, null]])
  expect(guessParts([], bank)).toEqual([])
})

test('what the candidate says decides nothing', () => {
  const said: SaidAt[] = [
    { from: 1, speaker: 'candidate', text: 'Design a service that turns a long web address into a short link.' },
  ]
  expect(guess(said)).toEqual([[1, null, null]])
})

test('the level is the one that the interviewer names, and none when two are named', () => {
  const { lexicon } = bank
  expect(guessLevel(asked('This is for a senior engineer role.'), lexicon)).toBe('senior')
  expect(guessLevel(asked('You would work with a senior engineer and a tech lead.'), lexicon)).toBeNull()
  expect(guessLevel(asked('Hello.'), lexicon)).toBeNull()
})
