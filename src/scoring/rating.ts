import type { Guide } from '#src/domain/guide.ts'
import type { Criterion, Rating } from '#src/domain/rubric.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { isExpectedAt, type Level, levels } from '#src/domain/track.ts'

/** What words are like apart from what they say: see evidence/specificity.ts and evidence/wording.ts. */
export interface WordsTold {
  specificity: number
  /** How the answers are worded on the whole, and the weakest of them. */
  wording: number
  weakest: number
}

/** What a criterion's checks are sorted by. */
export interface RatingTask {
  criterion: Criterion
  guide: Guide | null
  thresholds: Thresholds
  /** Of a scorer that goes by words alone, what they are like; null for one that reads. */
  words: WordsTold | null
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

/**
 * The rating that these checks give against one level's bar. Without a quoted check it is 1. From a scorer that reads: the highest rating of whose
 * checks the set share is met. From one that goes by words: the highest whose cut the weighted shares and what the words are like reach, less what the level asks.
 */
export function rateAt(level: Level, checks: readonly CheckResult[], task: RatingTask): Rating {
  const hasEvidence = checks.some(({ verdict, evidence }) => (verdict === 'yes' || verdict === 'partly') && evidence.length > 0)
  if (!hasEvidence) return 1
  const shares = sharesAt(level, checks, task)
  const reaches =
    task.words === null ? reachesShare(shares, task) : reachesCut(wordsSum(level, shares, task.words, task.thresholds), task)
  const earned: Rating = reaches(3) ? (reaches(4) ? 4 : 3) : reaches(2) ? 2 : 1
  return earned < task.atMost ? earned : task.atMost
}

/** Share met of the checks that count for each rating at a level; null where none does. */
export function sharesAt(
  level: Level,
  checks: readonly CheckResult[],
  task: Pick<RatingTask, 'criterion' | 'guide'>,
): Record<Pool, number | null> {
  const share = (rating: Pool) => shareMet(checks.filter((check) => poolsOf(check, level, task).includes(rating)))
  return { 2: share(2), 3: share(3), 4: share(4) }
}

const reachesShare =
  (shares: Record<Pool, number | null>, { thresholds }: RatingTask) =>
  (rating: Pool): boolean => {
    const met = shares[rating]
    return met !== null && met >= thresholds.shares[rating]
  }

const reachesCut =
  (sum: number, { thresholds }: RatingTask) =>
  (rating: Pool): boolean =>
    sum >= thresholds.words.cuts[rating]

/** What the cuts of a scorer that goes by words are held against. No check met, and no more specific word, lowers it. */
function wordsSum(
  level: Level,
  shares: Record<Pool, number | null>,
  told: WordsTold,
  { words: { weights } }: Thresholds,
): number {
  const met = ([2, 3, 4] as const).reduce((sum, pool) => sum + weights[pool] * (shares[pool] ?? 0), 0)
  const worded = weights.specificity * told.specificity + weights.wording * told.wording + weights.weakest * told.weakest
  return met + worded - weights.level * levels.indexOf(level)
}

/** Ratings against each level's bar. */
export function rateAtEachLevel(checks: readonly CheckResult[], task: RatingTask): Record<Level, Rating> {
  const [junior, mid, senior, lead] = levels.map((level) => rateAt(level, checks, task))
  return { junior: junior ?? 1, mid: mid ?? 1, senior: senior ?? 1, lead: lead ?? 1 }
}
