import { describe, expect, it } from 'vitest'
import type { Evidence, Score } from '#src/domain/score.ts'
import { collectMarks, markId } from '../../../web/scorecard/collect-marks.ts'

const slice = (turn: number, start: number, end: number, artifact?: string): Evidence => ({
  turn,
  start,
  end,
  quote: 'words',
  ...(artifact === undefined ? {} : { artifact }),
})
const rated = (criterion: string, evidence: Evidence[], ofCheck: Evidence[] = []): Score => ({
  kind: 'rated',
  criterion,
  rating: 3,
  rationale: 'Because.',
  evidence,
  checks: [{ check: 'check', source: 'standing', means: 'It was said.', verdict: 'yes', evidence: ofCheck, cappedBy: null }],
  byLevel: { junior: 3, mid: 3, senior: 3, lead: 3 },
})
const noDebrief = { carried: [], fixes: [], nextLevel: null, meets: null }

describe('the marks of a scorecard', () => {
  it('are one for each slice, with every criterion that rests on it, in the order of the transcript', () => {
    const scores = [rated('depth', [slice(4, 5, 9)], [slice(2, 0, 3)]), rated('framing', [slice(2, 0, 3), slice(2, 0, 8)])]
    expect(collectMarks({ scores, perQuestion: [{ question: 'rate-limiter', scores }], debrief: noDebrief })).toEqual([
      { id: 'quote-2-0-3', turn: 2, artifact: null, start: 0, end: 3, criteria: ['depth', 'framing'] },
      { id: 'quote-2-0-8', turn: 2, artifact: null, start: 0, end: 8, criteria: ['framing'] },
      { id: 'quote-4-5-9', turn: 4, artifact: null, start: 5, end: 9, criteria: ['depth'] },
    ])
  })

  it('count what carried, what to fix, and what an unscored criterion still quotes', () => {
    const unscored: Score = {
      kind: 'unscored',
      criterion: 'reliability',
      reason: 'Not reached.',
      checks: rated('x', [], [slice(6, 1, 2)]).checks,
    }
    const fix = { criterion: 'depth', check: 'cost', what: 'What', why: 'Why', drill: 'Drill' }
    const debrief = {
      ...noDebrief,
      carried: [{ criterion: 'framing', check: 'asks', what: 'Asks', evidence: slice(2, 0, 3) }],
      fixes: [
        { ...fix, evidence: slice(4, 0, 3) },
        { ...fix, evidence: null },
      ],
    }
    expect(collectMarks({ scores: [unscored], perQuestion: [], debrief }).map(({ id }) => id)).toEqual([
      'quote-2-0-3',
      'quote-4-0-3',
      'quote-6-1-2',
    ])
  })

  it('keep the same offsets of a turn and of its artifact apart', () => {
    expect(markId(slice(2, 0, 3))).not.toBe(markId(slice(2, 0, 3, 'code')))
  })
})
