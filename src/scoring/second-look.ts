import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Criterion } from '#src/domain/rubric.ts'
import type { Score } from '#src/domain/score.ts'
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
  if (other.kind !== 'rated' || Math.abs(other.rating - score.rating) < farApart) return score
  return { ...score, secondLook: { scorer: scorer.id, rating: other.rating, against: score.rating } }
}
