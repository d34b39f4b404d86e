import { describe, expect, it } from 'vitest'
import { interviewOutcome } from '../../../web/history/interview-outcome.ts'

const scoring = {
  id: 'job-1',
  interviewId: 'interview-1',
  scorer: 'model' as const,
  done: 2,
  total: 5,
  finished: ['Framing'],
  error: null,
  createdAt: 0,
}
const ended = {
  id: 'interview-1',
  status: 'ended' as const,
  minutes: 45,
  elapsedMs: 1_860_000,
  scoring: null,
  recommendation: null,
  isOpened: true,
}
const to = (page: 'room' | 'scoring' | 'scorecard') => ({ page, interview: 'interview-1' })

describe('how an interview stands in the history', () => {
  it.each([
    [
      { ...ended, status: 'running' as const },
      { words: 'Unfinished, 14 min left', isRated: false, leadsTo: to('room') },
    ],
    [ended, { words: 'Not scored yet', isRated: false, leadsTo: to('scoring') }],
    [
      { ...ended, scoring: { ...scoring, status: 'running' as const } },
      { words: 'Being scored, 2 of 5', isRated: false, leadsTo: to('scoring') },
    ],
    [
      { ...ended, scoring: { ...scoring, status: 'failed' as const } },
      { words: 'Scoring failed', isRated: false, leadsTo: to('scoring') },
    ],
    [
      { ...ended, scoring: { ...scoring, status: 'too-short' as const } },
      { words: 'Too short to rate', isRated: false, leadsTo: to('scoring') },
    ],
    [
      { ...ended, scoring: { ...scoring, status: 'done' as const } },
      { words: 'No recommendation', isRated: false, leadsTo: to('scorecard') },
    ],
    [
      { ...ended, scoring: { ...scoring, status: 'done' as const }, isOpened: false },
      { words: 'Scored, not opened yet', isRated: false, leadsTo: to('scoring') },
    ],
    [
      { ...ended, scoring: { ...scoring, status: 'done' as const }, recommendation: 'lean-hire' as const },
      { words: 'Lean hire', isRated: true, leadsTo: to('scorecard') },
    ],
  ])('of %o is %o', (row, outcome) => {
    expect(interviewOutcome(row)).toEqual(outcome)
  })
})
