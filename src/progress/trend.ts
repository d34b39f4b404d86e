import { median } from '#src/domain/median.ts'
import type { Rating } from '#src/domain/rubric.ts'

/** Fewer ratings than this are no trend. */
export const leastForTrend = 3
/** With fewer, one step up or down may be chance: two are asked for. */
const leastForOneStep = 6

/** What a series of ratings comes to. `low` and `high` are its spread: the whole range of it. */
export type Trend =
  | { kind: 'too-few'; n: number }
  | { kind: 'trend'; n: number; median: number; low: Rating; high: Rating; direction: 'up' | 'down' | 'none' }

/**
 * Of ratings that may be compared, the oldest first. Up or down only when the medians of the earlier and the later half differ by more than
 * the ratings inside either half do, and by two steps at least below six ratings. The middle one of an odd number is in neither half.
 */
export function trendOf(ratings: readonly Rating[]): Trend {
  const n = ratings.length
  if (n < leastForTrend) return { kind: 'too-few', n }
  const half = Math.floor(n / 2)
  const earlier = ratings.slice(0, half)
  const later = ratings.slice(n - half)
  const change = median(later) - median(earlier)
  const explained = Math.max(rangeOf(earlier), rangeOf(later), n < leastForOneStep ? 1 : 0)
  const direction = Math.abs(change) > explained ? (change > 0 ? 'up' : 'down') : 'none'
  return { kind: 'trend', n, median: median(ratings), low: lowest(ratings), high: highest(ratings), direction }
}

const lowest = (ratings: readonly Rating[]) => Math.min(...ratings) as Rating
const highest = (ratings: readonly Rating[]) => Math.max(...ratings) as Rating
const rangeOf = (ratings: readonly Rating[]): number => highest(ratings) - lowest(ratings)
