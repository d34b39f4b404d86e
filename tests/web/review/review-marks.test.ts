import { expect, it } from 'vitest'
import type { Review } from '#src/domain/review.ts'
import type { CheckResult, Scorecard } from '#src/domain/score.ts'
import { reviewMarks } from '../../../web/review/review-marks.ts'
import { trimmed } from '../../../web/scorecard/selected-words.ts'

const slice = (turn: number, start: number) => ({ turn, start, end: start + 5, quote: 'words' })
const check = (id: string, at: ReturnType<typeof slice>): CheckResult => ({
  check: id,
  source: 'standing',
  means: 'Says so.',
  verdict: 'yes',
  evidence: [at],
  cappedBy: null,
})
const scorecard = {
  scores: [
    { kind: 'unscored', criterion: 'framing', reason: '', checks: [check('a', slice(2, 0))] },
    { kind: 'unscored', criterion: 'depth', reason: '', checks: [check('b', slice(2, 10))] },
  ],
  perQuestion: [],
  debrief: { carried: [], fixes: [], nextLevel: null, meets: null },
} as unknown as Scorecard
const review: Review = {
  turns: [],
  asked: [],
  habits: { found: [], clear: [], notLooked: [] },
  fixes: [],
  keep: { criterion: 'framing', what: 'Says so.', evidence: slice(2, 0) },
  moments: [{ turn: 4, evidence: slice(4, 3), thought: 'There.' }],
  missed: [],
  hints: null,
}
const turns = [{ turn: 2, text: 'words and words again', artifacts: [] }] as never
const note = { id: 'note-one', ...slice(2, 10), text: '', createdAt: 1, updatedAt: 1 }

it('marks quotes, one’s own notes and places that are pointed at, each slice once', () => {
  const kinds = (criterion: string | null) =>
    reviewMarks({ scorecard, review, notes: [note, { ...note, id: 'note-lost', quote: 'others' }], turns, criterion }).map(
      ({ id, kind }) => [id, kind],
    )
  expect(kinds(null)).toEqual([
    ['quote-2-0-5', 'quote'],
    ['quote-2-10-15', 'quote'],
    ['quote-4-3-8', 'place'],
    ['note-mark-note-one', 'note'],
  ])
  expect(kinds('depth').slice(0, 2)).toEqual([
    ['quote-2-0-5', 'place'],
    ['quote-2-10-15', 'quote'],
  ])
})

it('takes white space off the edges of what is selected', () => {
  expect(trimmed({ turn: 2, start: 5, end: 10 }, 'words and words')).toEqual({ turn: 2, start: 6, end: 9, quote: 'and' })
  expect(trimmed({ turn: 2, start: 5, end: 6 }, 'words and words')).toBeNull()
})
