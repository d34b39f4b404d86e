import type { CheckResult, Score } from '#src/domain/score.ts'

export interface CheckDifferences {
  /** What the new answer shows more of than the first. */
  gained: readonly CheckResult[]
  /** What only the first answer showed, or showed more of. */
  lost: readonly CheckResult[]
}

/** What a new answer shows beside the first, check by check. */
export function checkDifferences(original: Pick<Score, 'checks'>, redone: Pick<Score, 'checks'>): CheckDifferences {
  const before = new Map(original.checks.map((check) => [check.check, rank(check)]))
  const change = (check: CheckResult) => rank(check) - (before.get(check.check) ?? 0)
  return {
    gained: redone.checks.filter((check) => change(check) > 0),
    lost: redone.checks.filter((check) => change(check) < 0),
  }
}

const rank = ({ verdict }: CheckResult): number => (verdict === 'yes' ? 2 : verdict === 'partly' ? 1 : 0)
