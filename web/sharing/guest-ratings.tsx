import type { PeerRatings } from '#src/domain/peer-review.ts'
import type { SharedInterview, SharedScores } from '#src/protocol/sharing.ts'
import { QuoteLink } from '../scorecard/quote-link.tsx'
import { RatingBar } from '../scorecard/rating-bar.tsx'
import { differenceWords } from './agreement-words.ts'
import styles from './guest-ratings.module.css'

interface GuestRatingsProps {
  criteria: SharedInterview['criteria']
  /** The scorer's; null when they do not show. */
  scores: SharedScores | null
  /** The guest's own; null when none were asked for. */
  own: PeerRatings | null
}

/** Ratings by criterion: the guest's, the scorer's, and the words that the scorer's rest on. */
export function GuestRatings({ criteria, scores, own }: GuestRatingsProps) {
  return (
    <ul className={styles.ratings}>
      {criteria.map(({ id, title }) => {
        const score = scores?.ratings.find(({ criterion }) => criterion === id)
        const rating = own?.[id]
        const difference = differenceWords(rating, score?.rating)
        return (
          <li key={id}>
            <h3>{title}</h3>
            <dl>
              {rating !== undefined && (
                <div>
                  <dt>You</dt>
                  <dd>{rating === 'cannot-say' ? 'Cannot say' : <RatingBar rating={rating} />}</dd>
                </div>
              )}
              {score !== undefined && (
                <div>
                  <dt>Scorer</dt>
                  <dd>
                    <RatingBar rating={score.rating} />
                    {difference !== '' && (
                      <span className={styles.difference}>yours is {difference === 'same' ? 'the same' : difference}</span>
                    )}
                  </dd>
                </div>
              )}
            </dl>
            {score?.evidence.map((evidence) => (
              <p key={`${evidence.turn}.${evidence.start}.${evidence.end}`}>
                <QuoteLink evidence={evidence} />
              </p>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
