import type { Rating } from '#src/domain/rubric.ts'
import type { SelfRating } from '#src/domain/self-rating.ts'
import type { ReceivedReview } from '#src/protocol/sharing.ts'
import { differenceWords } from './agreement-words.ts'
import styles from './ratings-table.module.css'

interface RatingsTableProps {
  criteria: readonly { id: string; title: string }[]
  reviews: readonly ReceivedReview[]
  /** By criterion; null when they are not to be shown yet. */
  scorer: Readonly<Record<string, Rating | null>> | null
  self: SelfRating | null
}

/** Everybody's ratings side by side, criterion by criterion; a reviewer's with how far it is from the scorer's. */
export function RatingsTable({ criteria, reviews, scorer, self }: RatingsTableProps) {
  const own = self?.kind === 'rated' ? self.ratings : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reached by keyboard
    <section className={styles.frame} tabIndex={0} aria-label="Ratings side by side">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            {scorer !== null && <th scope="col">Scorer</th>}
            {own !== null && <th scope="col">You</th>}
            {reviews.map(({ id, review }) => (
              <th key={id} scope="col">
                {review.reviewer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, title }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {scorer !== null && <td>{scorer[id] ?? 'unscored'}</td>}
              {own !== null && <td>{own[id] ?? '–'}</td>}
              {reviews.map(({ id: guest, review }) => {
                const rating = review.ratings[id]
                return (
                  <td key={guest}>
                    {rating === 'cannot-say' ? 'cannot say' : rating}{' '}
                    <span className={styles.difference}>{differenceWords(rating, scorer?.[id])}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
