import { expect, test } from 'vitest'
import { assumedFacts } from '#src/conduct/assumed-facts.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { lexicon, phrases, sitting } from '../interviewer/fixtures.ts'
import { shippedQuestion } from '../support/content-files.ts'

const assumed = (text: string, question = shippedQuestion('system-design', 'job-queue')) =>
  assumedFacts(text, { facts: question.guide.facts, lexicon, phrases }).map(({ id }) => id)

test.each([
  ['I assume 1,000 jobs a second unless you say otherwise.', ['volume']],
  ['I assume jobs must run in order. Correct me if that is wrong.', ['order']],
  ['I assume a job fails ten percent of the time.', ['failing']],
  // What the sheet says too needs no word.
  ['I assume twenty million jobs a day, stop me if not.', []],
  ['I assume 230 jobs a second.', []],
  // An assumption of the design's own.
  ['Assume three shards and a lease of 60 seconds.', []],
  ['I assume a worker dies in the middle of a job, so the lease runs out.', []],
  // A figure of another thing than the task's.
  ['I assume a job that failed 3 times goes to a dead letter queue.', []],
  ['Unless you say otherwise, I start with the jobs table.', []],
  ['Correct me if I misread the failing jobs.', []],
  ["Let's say the lease is checked every 4 seconds.", []],
  // Of several figures some are about something else.
  ['I assume 230 a second, and a retry after 5 seconds, so jobs stay within one machine.', []],
])('%s', (text, expected) => {
  expect(assumed(text)).toEqual(expected)
})

test('what the task says otherwise is told to whoever assumes it, and the interview goes on from there', async () => {
  const here = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  await here.hear('start')
  here.say('I am ready.', 1)
  await here.hear('candidate-spoke')
  here.say('I would begin with what a customer sees, a page with the scans of one parcel, which must be right.', 1)
  await here.hear('candidate-spoke')
  here.say('I assume three scans for each parcel unless you say otherwise, so the table of scans stays small.', 1)
  expect(await here.hear('candidate-spoke')).toMatchObject({
    move: { kind: 'answer', fact: 'scans' },
    text: expect.stringContaining('About ten scans for each parcel.'),
  })
})

test('an assumption of the solution gives nothing of it away', () => {
  const question = shippedQuestion('system-design', 'payments-consistency')
  expect(assumed('Assume the payment provider times out after 30 seconds.', question)).toEqual([])
})
