import { lowerMedian } from '#src/domain/median.ts'
import type { Rating } from '#src/domain/rubric.ts'
import type { Score } from '#src/domain/score.ts'
import { type Level, levels } from '#src/domain/track.ts'

type Rated = Extract<Score, { kind: 'rated' }>

/**
 * One score of a criterion over the questions of an interview: the median, the lower middle of an even number. Quotes, checks and rationale are
 * those of the first question with that rating. Questions without a rating do not count; without any, the criterion is unscored. Marked for a
 * second look when the score of any question is.
 */
export function combineQuestions(criterion: string, scores: readonly Score[]): Score {
  const rated = scores.filter((score) => score.kind === 'rated')
  const [only, ...others] = rated
  if (only === undefined) {
    const [unscored] = scores
    return unscored ?? { kind: 'unscored', criterion, reason: 'No question of the interview was reached.', checks: [] }
  }
  if (others.length === 0) return only
  const rating = lowerMedian(
    only.rating,
    others.map((score) => score.rating),
  )
  const middle = rated.find((score) => score.rating === rating) ?? only
  const ratings = rated.map((score) => score.rating).join(', ')
  const byLevel = Object.fromEntries(
    levels.map((level) => [
      level,
      lowerMedian(
        only.byLevel[level],
        others.map((score) => score.byLevel[level]),
      ),
    ]),
  )
  const { quotes: _, usage: __, secondLook: ___, ...kept } = middle
  const secondLook = rated.find((score) => score.secondLook !== undefined)?.secondLook
  return {
    ...kept,
    ...(secondLook !== undefined && { secondLook }),
    rationale: `The middle of ${rated.length} questions rated ${ratings}. ${middle.rationale}`,
    byLevel: byLevel as Record<Level, Rating>,
  } satisfies Rated
}
