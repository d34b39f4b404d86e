import { expect, test } from 'vitest'
import { namedIn, presumedIn } from '#src/domain/presumed.ts'
import { shippedLexicon } from '../support/content-files.ts'

const { presuming = { parts: [], anybodys: [] } } = shippedLexicon()
const presumed = (ask: string) => presumedIn(ask, presuming).map(({ names, own }) => `${own ? 'your' : 'the'} ${names[0]}`)

test.each([
  ['Why does the queue need a dead-letter topic?', ['the queue*']],
  ['Your cache restarts empty at peak. What does the database see?', ['your cache']],
  ["Why are the index's columns in that order?", ['the index']],
  ['What does your code do with an empty input?', ['your code']],
  ['How do your bounds move?', ['your bound*']],
  ['What does that index cost?', ['the index']],
])('%j takes for given %j', (ask, expected) => {
  expect(presumed(ask)).toEqual(expected)
})

test.each([
  ['a part that it brings up itself', 'Two threads share a map. What about that map?'],
  ['a part that it only supposes', 'A cache restarts empty at peak. What does the database see?'],
  ['what the candidate would have', 'What would your code do with an empty input?'],
  ['what anybody has who is asked', 'What would make you change your answer?'],
  ['rows of the case', 'The last row is gone. What does the user see?'],
  ['a part in another sense, further on', 'What is the way of a message into a queue?'],
])('takes for given no %s', (_, ask) => {
  expect(presumed(ask)).toEqual([])
})

test('a part is named by any of its names, in whichever form', () => {
  const isNamed = namedIn('I would put Kafka between, and index by day.')
  const [queue, cache] = ['Is the queue full?', 'Is the cache full?'].map((ask) => presumedIn(ask, presuming)[0]?.names ?? [])
  expect([queue, cache].map((names = []) => isNamed(names))).toEqual([true, false])
})
