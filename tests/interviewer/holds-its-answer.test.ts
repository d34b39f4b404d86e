import { expect, test } from 'vitest'
import { speechCues } from '#src/conduct/speech-cues.ts'
import { secretsOf } from '#src/interviewer/conduct-rules.ts'
import { holdsItsAnswer } from '#src/interviewer/holds-its-answer.ts'
import { designContent, lexicon, parcelGuide, phrases } from './fixtures.ts'

const holds = holdsItsAnswer({
  cues: speechCues({ phrases, lexicon }),
  lexicon,
  facts: parcelGuide.facts.map(({ fact }) => fact),
  rubric: designContent.rubric,
  secrets: secretsOf(parcelGuide, designContent.rubric),
  planned: 'Would they wait in a durable queue?',
  said: 'Design a service that shows customers where their parcel is. I overwrite a status column with each scan, in one database.',
})

test.each([
  'Would you append the scans?',
  'Is it a log of immutable events?',
  'Would you append it or overwrite it?',
  'A queue, or something else?',
  'Where are the scans then, in a queue, or lost?',
  'What would you keep, say the events of a day?',
  'Where do they go, for example into a queue or a file?',
  'And the partitions?',
  'When it does not answer, do you keep them in a queue?',
  'Would you shard it or move to Kafka?',
  'Which would you take, a replica, or a cache?',
  'How would you guard it: with a mutex or a transaction?',
  'Should it go through a webhook, or through a socket?',
  'Is it a map or a linked list?',
])('"%s" holds its answer', (question) => {
  expect(holds(question)).toBe(true)
})

test.each([
  'Would they wait in a durable queue?',
  'What becomes of a scan while the queue is full?',
  'Do you overwrite the status with each scan?',
  'Does the database answer while the column is written?',
  'Could you walk me through the queue?',
  'Is there anything you would append?',
  'And if the database is unreachable?',
  "Where's the event kept?",
  'Would you keep the database or move to Kafka?',
  'What happens when the cache or the replica is down?',
  'If a node or a disk dies, what do customers see?',
  'Does a request wait or fail?',
  'Would you do it before the scan or after it?',
  'Put it in a queue.',
])('"%s" does not', (question) => {
  expect(holds(question)).toBe(false)
})
