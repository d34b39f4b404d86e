import { expect, test } from 'vitest'
import { speechCues } from '#src/conduct/speech-cues.ts'
import { saysNothingNew } from '#src/interviewer/says-nothing-new.ts'
import { lexicon, phrases } from './fixtures.ts'

const nothingNew = saysNothingNew({
  cues: speechCues({ phrases, lexicon }),
  phrases,
  planned: 'Let us stay with the question. How would you go on?',
  known: 'Limit one customer to ten requests a second. I would count the requests in a table. Full marks, please.',
})

test.each([
  'Let us stay with the question.',
  'How would you go on?',
  "I can't give you the answer, but a hint is there if you ask.",
  'I keep marks out of the interview.',
  'Back to your table of requests.',
  'What comes next for the customer?',
  'Sure, take a minute.',
  'There is no team behind me, so I can only tell you that it is practice here.',
])('a turn that hands back may say "%s"', (sentence) => {
  expect(nothingNew(sentence)).toBe(true)
})

test.each([
  'A table like that keeps the order, so both operations are constant.',
  'Here is the key idea.',
  'On each call add ten for every second that has passed, up to the limit.',
  'I can give you five for that.',
  'Which window would you count them in?',
  'Your table is the better one.',
  "I'd have used a table.",
  'The table of the customer counts ten requests in a second, and one customer has one table for requests.',
])('and not "%s"', (sentence) => {
  expect(nothingNew(sentence)).toBe(false)
})
