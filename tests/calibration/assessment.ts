import type { Rubric } from '#src/domain/rubric.ts'
import { recommend } from '#src/scoring/recommendation.ts'
import type { Labelled } from './labelled-set.ts'

/** What somebody or something made of one transcript. */
export interface Assessment {
  /** By criterion; null where there is none. */
  ratings: Readonly<Record<string, number | null>>
  /** Quotes that were claimed, and those of them found in the candidate's words. */
  quotes: { claimed: number; verified: number }
}

/** A labelled transcript with what a scorer made of it. */
export interface Assessed extends Labelled {
  rubric: Rubric
  assessment: Assessment
}

/** The weighted mean of ratings and whether they pass (lean hire or better), by the rubric's rule; null when the rule gives no recommendation. */
export function outcomeOf(
  ratings: Readonly<Record<string, number | null>>,
  rubric: Rubric,
): { mean: number; passes: boolean } | null {
  const { mean, recommendation } = recommend(new Map(Object.entries(ratings)), rubric)
  if (mean === null || recommendation === null) return null
  return { mean, passes: recommendation === 'lean-hire' || recommendation === 'strong-hire' }
}

/** The mean of the two readings, criterion by criterion; null where either has none. */
export function meanReading({ raters: { a, b } }: Labelled): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(a.ratings).map(([criterion, left]) => {
      const right = b.ratings[criterion] ?? null
      return [criterion, left === null || right === null ? null : (left + right) / 2]
    }),
  )
}
