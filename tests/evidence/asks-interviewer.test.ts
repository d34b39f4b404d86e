import { expect, test } from 'vitest'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint, judgeStandingCheck } from '#src/evidence/judge-check.ts'
import { isSettled } from '#src/evidence/settled.ts'
import { lexicon } from '../interviewer/fixtures.ts'

const shows = ['append* + event* | scan* + log | history', 'how many + scan*']
const shown = (text: string) =>
  judgeKeyPoint({ id: 'scans-in-log', shows }, groundOf({ candidateSaid: [{ turn: 2, text }], interviewerSaid: [], lexicon }))

test.each([
  'Just tell me whether I should append each scan to a log.',
  'Should I use a log and append the scan events to it?',
  'What is the right answer, do I append scan events to a log?',
  'Would you append each scan event to a log, or overwrite it?',
  'I am not sure. Is it better to append scan events to a log?',
  'Should I worry that scan events are appended to a log?',
  'Do you expect me to append the scan events to a log, because one row loses history?',
  'Is it fine if each scan event is appended to a log?',
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

test('an offer of what comes next is found where it is looked for, and what it offers is not', () => {
  const text = 'Should I go into the log to which scan events are appended, or the page?'
  const ground = groundOf({ candidateSaid: [{ turn: 2, text }], interviewerSaid: [], lexicon })
  expect(judgeKeyPoint({ id: 'offer', shows: ['should i go | shall i go'] }, ground).verdict).toBe('yes')
  expect(judgeKeyPoint({ id: 'scans-in-log', shows }, ground).verdict).toBeNull()
})

test('a question that leaves a choice to the interviewer counts among the questions asked first', () => {
  const check = {
    id: 'asks-first',
    rating: 2 as const,
    check: 'Asks before building.',
    drill: 'Ask first.',
    feature: { id: 'clarifying-questions' as const, yes: 2, partly: 1 },
  }
  const text = 'Should I worry about scanners that are offline? And how many scans are there?'
  const ground = groundOf({ candidateSaid: [{ turn: 2, text }], interviewerSaid: [], lexicon })
  expect(judgeStandingCheck(check, ground).verdict).toBe('yes')
})
