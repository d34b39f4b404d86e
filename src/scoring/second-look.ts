import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Criterion, Rating } from '#src/domain/rubric.ts'
import type { Score, SecondLook } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { scoreCriterion } from './score-criterion.ts'
import type { Scorer, ScoringTask } from './scorer.ts'

/** Ratings this far apart are no matter of taste: one of the two scorers has missed or believed something. */
const farApart = 2

/** Marks a score where another scorer's rating of the same words is far from it. The score itself stays as it is. */
export async function withSecondLook(
  score: Score,
  options: {
    scorer: Scorer | undefined
    task: ScoringTask
    criterion: Criterion
    lexicon: Lexicon
    thresholds: Thresholds
    signal: AbortSignal | undefined
  },
): Promise<Score> {
  const { scorer, task, criterion, signal } = options
  if (score.kind !== 'rated' || scorer === undefined) return score
  const other = scoreCriterion({ ...options, verdict: await scorer.judge(task, criterion.id, signal) })
  if (other.kind !== 'rated') return score
  const secondLook = secondLookAt(score.rating, { scorer: scorer.id, rating: other.rating })
  return secondLook === null ? score : { ...score, secondLook }
}

/** The mark for a rating beside another scorer's; null when they are near each other. */
export const secondLookAt = (against: Rating, { scorer, rating }: { scorer: string; rating: Rating }): SecondLook | null =>
  Math.abs(rating - against) < farApart ? null : { scorer, rating, against }
