import type { Guide } from '#src/domain/guide.ts'
import type { Criterion, Rating } from '#src/domain/rubric.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { isExpectedAt, type Level, levels } from '#src/domain/track.ts'

/** What a criterion's checks are sorted by. */
export interface RatingTask {
  criterion: Criterion
  guide: Guide | null
  thresholds: Thresholds
  /** The highest rating that caps allow. */
  atMost: Rating
}

type Pool = 2 | 3 | 4

/** The ratings for which a check counts at a level. A point above the level can only lift a 3 to a 4. */
export function poolsOf(
  check: CheckResult,
  level: Level,
  { criterion, guide }: Pick<RatingTask, 'criterion' | 'guide'>,
): readonly Pool[] {
  if (check.source === 'standing') {
    const rating = criterion.checks.find(({ id }) => id === check.check)?.rating
    return rating === undefined ? [] : [rating]
  }
  const point = guide?.keyPoints.find(({ id }) => id === check.check)
  if (point === undefined) return []
  if (!isExpectedAt(point.level, level) || point.weight === 'bonus') return [4]
  return point.weight === 'must' ? [2, 3] : [3]
}

/** Share of a pool's checks that are met, `partly` counting half; null for a pool without checks. */
export function shareMet(checks: readonly CheckResult[]): number | null {
  if (checks.length === 0) return null
  const met = checks.reduce((sum, { verdict }) => sum + (verdict === 'yes' ? 1 : verdict === 'partly' ? 0.5 : 0), 0)
  return met / checks.length
}

/** The rating that these checks give against one level's bar. Without a quoted check it is 1. */
export function rateAt(level: Level, checks: readonly CheckResult[], task: RatingTask): Rating {
  const hasEvidence = checks.some(({ verdict, evidence }) => (verdict === 'yes' || verdict === 'partly') && evidence.length > 0)
  if (!hasEvidence) return 1
  const reaches = (rating: Pool): boolean => {
    const share = shareMet(checks.filter((check) => poolsOf(check, level, task).includes(rating)))
    return share !== null && share >= task.thresholds.shares[rating]
  }
  const earned: Rating = reaches(3) ? (reaches(4) ? 4 : 3) : reaches(2) ? 2 : 1
  return earned < task.atMost ? earned : task.atMost
}

/** Ratings against each level's bar. */
export function rateAtEachLevel(checks: readonly CheckResult[], task: RatingTask): Record<Level, Rating> {
  const [junior, mid, senior, lead] = levels.map((level) => rateAt(level, checks, task))
  return { junior: junior ?? 1, mid: mid ?? 1, senior: senior ?? 1, lead: lead ?? 1 }
}
