import type { Comment, CommentRequest, PeerReview, PeerReviewRequest } from '#src/domain/peer-review.ts'
import type { Turn } from '#src/domain/turn.ts'
import { Problem } from './problem.ts'

interface Reviewed {
  criteria: readonly { id: string; title: string }[]
  turns: readonly Pick<Turn, 'turn' | 'text'>[]
  submittedAt: number
}

/** A review as it is stored. Throws Problem when a criterion is left out or unknown, or a comment points at no words of the transcript. */
export function submittedReview(request: PeerReviewRequest, { criteria, turns, submittedAt }: Reviewed): PeerReview {
  const { reviewer, ratings, comments } = request
  const unknown = Object.keys(ratings).find((id) => !criteria.some((criterion) => criterion.id === id))
  if (unknown !== undefined) throw bad(`ratings: this interview has no criterion "${unknown}". Send those that it has.`)
  const left = criteria.filter(({ id }) => ratings[id] === undefined).map(({ title }) => title)
  if (left.length > 0) throw bad(`ratings: rate ${left.join(', ')} too, or say that you cannot say.`)
  return { reviewer, ratings, comments: comments.map((comment, at) => placed(comment, { turns, at })), submittedAt }
}

function placed({ turn, words, text }: CommentRequest, { turns, at }: { turns: Reviewed['turns']; at: number }): Comment {
  const about = turns.find((one) => one.turn === turn)
  if (about === undefined) throw bad(`comments.${at}: there is no turn ${turn}.`)
  if (words === null) return { turn, words, text }
  const { start, end } = words
  if (start >= end || end > about.text.length) throw bad(`comments.${at}: turn ${turn} has no words from ${start} to ${end}.`)
  return { turn, words: { start, end, quote: about.text.slice(start, end) }, text }
}

const bad = (message: string): Problem => new Problem(400, 'bad-request', message)
