import { expect, test } from 'vitest'
import type { CheckResult, Score, Verdict } from '#src/domain/score.ts'
import type { Attempt } from '#src/protocol/history.ts'
import { compareAttempts, unlikeness } from '../../../web/compare/compare-attempts.ts'

const check = (id: string, verdict: Verdict): CheckResult => ({
  ...{ check: id, source: 'standing', means: id, verdict, evidence: [], cappedBy: null },
})
const rated = (criterion: string, rating: 1 | 2 | 3 | 4, checks: CheckResult[]): Score => ({
  ...{
    kind: 'rated',
    criterion,
    rating,
    rationale: '',
    evidence: [],
    checks,
    byLevel: { junior: 1, mid: 1, senior: 1, lead: 1 },
  },
})
const attempt: Attempt = {
  ...{
    kind: 'interview',
    interview: 'a',
    createdAt: 1,
    level: 'mid',
    language: 'en',
    scorer: 'rule-based@1',
    isPrepared: false,
    isImported: false,
  },
  ...{ redo: null, phases: [], artifacts: [], lines: [] },
  ...{ contentHash: 'x', scores: [], figures: { elapsedMs: 1, words: 1, hints: 0 } },
}

test('criteria that both attempts were read for are laid side by side', () => {
  const first = { scores: [rated('depth', 2, [check('cost', 'no'), check('limit', 'yes')]), rated('data', 3, [])] }
  const second = {
    scores: [
      rated('depth', 3, [check('cost', 'partly'), check('limit', 'no')]),
      { kind: 'unscored' as const, criterion: 'data', reason: 'Not reached.', checks: [] },
    ],
  }
  const titles = ['depth', 'data', 'framing'].map((id) => ({ id, title: id }))
  const shown = compareAttempts(titles, first, second).map(({ criterion, first: before, second: after, gained, lost }) => ({
    ...{ criterion, before, after, gained: gained.map((one) => one.check), lost: lost.map((one) => one.check) },
  }))
  expect(shown).toEqual([
    { criterion: 'depth', before: 2, after: 3, gained: ['cost'], lost: ['limit'] },
    { criterion: 'data', before: 3, after: null, gained: [], lost: [] },
  ])
})

test('what makes two attempts unlike is said, and nothing of two alike', () => {
  expect(unlikeness(attempt, attempt)).toEqual([])
  const other: Attempt = {
    ...attempt,
    level: 'senior',
    contentHash: 'y',
    scorer: 'model@1:x',
    isPrepared: true,
    isImported: true,
    kind: 'redo',
  }
  expect(unlikeness(attempt, other)).toHaveLength(6)
})
