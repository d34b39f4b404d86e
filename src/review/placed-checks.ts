import type { Guide } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { CheckResult, Score } from '#src/domain/score.ts'
import type { Level } from '#src/domain/track.ts'
import { type KeyTerms, keyTermsOf } from '#src/evidence/term-overlap.ts'
import { poolsOf } from '#src/scoring/rating.ts'

/** A decided check with what a review has to know of it. */
export interface PlacedCheck {
  criterion: string
  result: CheckResult
  /** How much it matters at the level asked for: 0 where it only lifts above the bar. */
  weight: number
  why: string | null
  terms: KeyTerms
}

/** Checks of one question's scores, in their order. A check that the content lacks, of an older guide, still stands, without weight. */
export function placedChecks(
  scores: readonly Score[],
  { rubric, guide, level }: { rubric: Rubric; guide: Guide | null; level: Level },
): PlacedCheck[] {
  return scores.flatMap(({ criterion: id, checks }) => {
    const criterion = rubric.criteria.find((one) => one.id === id)
    if (criterion === undefined) return []
    return checks.map((result): PlacedCheck => {
      const point = guide?.keyPoints.find((one) => one.id === result.check)
      const standing = criterion.checks.find((one) => one.id === result.check)
      const patterns = [...(point?.shows ?? standing?.shows ?? []), ...(point?.partly ?? standing?.partly ?? [])]
      const isOfBar = poolsOf(result, level, { criterion, guide }).some((pool) => pool <= 3)
      const rank = result.source === 'standing' ? 1 : point?.weight === 'must' ? 2 : 1.5
      return {
        criterion: id,
        result,
        weight: isOfBar ? criterion.weight * rank : 0,
        why: result.source === 'key-point' ? (point?.why ?? null) : null,
        terms: keyTermsOf({ means: result.means, patterns }),
      }
    })
  })
}

export const isMet = ({ result }: PlacedCheck): boolean => result.verdict === 'yes'

/** The first turn whose words show a check; null when none does. */
export const firstShownIn = ({ result }: PlacedCheck): number | null =>
  result.evidence.length > 0 && result.verdict !== 'no' && result.verdict !== 'not-shown'
    ? Math.min(...result.evidence.map(({ turn }) => turn))
    : null

export const refOf = ({ criterion, result }: PlacedCheck) => ({ criterion, check: result.check, means: result.means })
