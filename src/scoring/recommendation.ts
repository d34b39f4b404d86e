import type { Rubric } from '#src/domain/rubric.ts'
import type { Recommendation } from '#src/domain/score.ts'

export interface RecommendationResult {
  recommendation: Recommendation | null
  /** Weighted mean of the ratings; null with the recommendation. */
  mean: number | null
  /** Why there is none, or that weights were rescaled. */
  note: string | null
}

/**
 * The recommendation that follows from ratings, by the rubric's rule. `ratings` holds a criterion's rating, or null when it is unscored; the
 * mean of several readings, such as 2.5, is a rating too.
 */
export function recommend(ratings: ReadonlyMap<string, number | null>, rubric: Rubric): RecommendationResult {
  const { criteria, recommendation: rule } = rubric
  const rated = criteria.flatMap((criterion) => {
    const rating = ratings.get(criterion.id) ?? null
    return rating === null ? [] : [{ criterion, rating }]
  })
  const unscored = criteria.filter(({ id }) => (ratings.get(id) ?? null) === null)
  const must = unscored.find((criterion) => criterion.must)
  if (must !== undefined) return none(`No recommendation: "${must.title}" is a must-have and was not scored.`)
  if (unscored.length > 1)
    return none(`No recommendation: ${unscored.map(({ title }) => `"${title}"`).join(' and ')} were not scored.`)

  const weight = rated.reduce((sum, { criterion }) => sum + criterion.weight, 0)
  const points = rated.reduce((sum, { criterion, rating }) => sum + criterion.weight * rating, 0)
  const mean = points / weight
  const lowest = Math.min(...rated.map(({ rating }) => rating))
  const lowestMust = Math.min(...rated.filter(({ criterion }) => criterion.must).map(({ rating }) => rating))
  // Whole numbers on both sides, so that a mean that equals a bound reaches it.
  const reaches = (bound: number) => Math.round(points * 100) >= Math.round(bound * weight * 100)
  const recommendation: Recommendation =
    reaches(rule.strongHire.mean) && lowest >= rule.strongHire.lowest
      ? 'strong-hire'
      : reaches(rule.leanHire.mean) && lowestMust > rule.leanHire.mustAbove
        ? 'lean-hire'
        : reaches(rule.leanNoHire.mean)
          ? 'lean-no-hire'
          : 'strong-no-hire'
  const [missing] = unscored
  const note =
    missing === undefined
      ? null
      : `"${missing.title}" was not scored; the weights of the other criteria were scaled up in proportion.`
  return { recommendation, mean, note }
}

const none = (note: string): RecommendationResult => ({ recommendation: null, mean: null, note })
