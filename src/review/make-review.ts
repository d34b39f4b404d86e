import type { Review } from '#src/domain/review.ts'
import { askedIn } from './asked.ts'
import { habitsIn } from './habits.ts'
import { hintsIn, missedIn, momentsIn } from './moments.ts'
import { type ReviewRequest, readInput } from './review-input.ts'
import { turnReviews } from './turn-reviews.ts'

/**
 * Goes back over an interview, line by line: what each turn showed and left open, what the interviewer was after, habits that cost points, and
 * what to take from it. Pure, and nobody is rated by it. Without a scorecard nothing of the guide is in it.
 */
export function makeReview(request: ReviewRequest): Review {
  const input = readInput(request)
  const asked = askedIn(input)
  const turns = turnReviews(input, asked)
  const debrief = request.scorecard?.debrief
  const [kept] = debrief?.carried ?? []
  return {
    turns,
    asked,
    habits: habitsIn(input),
    fixes: debrief?.fixes ?? [],
    keep: kept === undefined ? null : { criterion: kept.criterion, what: kept.what, evidence: kept.evidence },
    moments: momentsIn(input, { turns, asked }),
    missed: missedIn(input, turns),
    hints: hintsIn(input),
  }
}
