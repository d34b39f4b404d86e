import { expect, test } from 'vitest'
import { namedThing } from '#src/interviewer/named-thing.ts'
import { lexicon } from './fixtures.ts'

const named = (text: string, heard = '') => namedThing(text, { heard, lexicon })

test.each([
  ['A worker takes the scan from a durable queue.', 'durable queue'],
  ['I keep the scans in a day partition, and each row has the time.', 'row'],
  ['Every gateway has its own lease.', 'gateway'],
  ['Scans go to a queue, and when the queue is full a worker drops the oldest.', 'queue'],
])('names a part by the candidate’s own words: %s', (text, thing) => {
  expect(named(text)).toBe(thing)
})

test.each([
  ['nothing of the trade', 'I would talk to the people first.'],
  ['a name of its own', 'A Postgres is enough, and a Redis besides.'],
  ['a thing without an article', 'We retry with backoff and log errors.'],
  ['words that name nothing by themselves', 'It depends on the state, and on the condition.'],
])('names nothing where there is %s', (_, text) => {
  expect(named(text)).toBeNull()
})

test('leaves out what somebody else named, and any word that would grade', () => {
  expect(named('A worker reads the queue and drops the snapshot.', 'What is in the snapshot?')).toBe('queue')
  expect(named('Then it is in the right bucket.')).toBe('bucket')
})

test('of a longer answer, what it names once it names in passing', () => {
  const passing =
    'I count what is allowed and what is refused for each customer, and alarm if one of them is allowed more than it should be for five minutes, or refused often after a deploy of the gateway.'
  expect(named(passing)).toBeNull()
  expect(named(`${passing} I ask the gateway first.`)).toBe('gateway')
})
