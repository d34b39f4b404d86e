import { expect, test } from 'vitest'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint } from '#src/evidence/judge-check.ts'
import { isSettled } from '#src/evidence/settled.ts'
import { lexicon } from '../interviewer/fixtures.ts'

const shows = ['append* + event* | scan* + log | history', 'how many + scan*']
const shown = (text: string) =>
  judgeKeyPoint({ shows }, groundOf({ candidateSaid: [{ turn: 2, text }], interviewerSaid: [], lexicon }))

test.each([
  'Just tell me whether I should append each scan to a log.',
  'Should I use a log and append the scan events to it?',
  'What is the right answer, do I append scan events to a log?',
  'Would you append each scan event to a log, or overwrite it?',
  'I am not sure. Is it better to append scan events to a log?',
])('who asks for the answer has not given it: %s', (text) => {
  expect(shown(text)).toEqual({ verdict: null, matches: [], demoted: false })
})

test.each([
  'I append each scan event to a log.',
  'Should I keep one row? No: I append each scan event to a log.',
  'How many scans are there for each parcel?',
  'I append each scan event to a log; is that fine so far?',
])('what is said, or asked about the task, counts: %s', (text) => {
  expect(isSettled(shown(text))).toBe(true)
})
