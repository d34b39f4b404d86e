import { expect, test } from 'vitest'
import { questionIn, quoteFrom, sentenceAbout } from '#src/interviewer/quote.ts'

const rows: [string, string, string | null][] = [
  [
    'We append each scan, and a worker computes the state of the parcel.',
    'What does the worker compute?',
    'a worker computes the state of the parcel',
  ],
  ['We put it in a cache because the readers are many.', 'Which readers?', 'the readers are many'],
  ['Yes, sure.', 'What is stored?', null],
  ['I go in order, stop me.', 'What is stored?', null],
  ['So what would you say?', 'What is stored?', null],
  [`We store ${'very '.repeat(12)}much of it.`, 'What do you store?', null],
]
test.each(rows)('quotes whole clauses of 3 to 12 words: %s', (sentence, about, quote) => {
  expect(quoteFrom(sentence, about)).toBe(quote)
  if (quote !== null) expect(sentence).toContain(quote)
})

test('finds the sentence that a probe is about, and none when it is about something else', () => {
  const text = 'Scanners write to a queue. Customers read the status from a replica of the database.'
  expect(sentenceAbout(text, 'What do customers read when the replica lags?')).toBe(
    'Customers read the status from a replica of the database.',
  )
  expect(sentenceAbout(text, 'Who pays for the vans?')).toBe(null)
})

test('finds the last question of an utterance', () => {
  expect(questionIn('I see. What is stored? Take your time.')).toBe('What is stored?')
  expect(questionIn('Go on.')).toBe(null)
})
