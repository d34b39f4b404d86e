import type { Rating } from '#src/domain/rubric.ts'
import { ratingWords } from '../words.ts'
import { useShowsFigures } from './figures.ts'
import styles from './rating-bar.module.css'

const segments = [1, 2, 3, 4] as const

/** A rating as four segments and the word: read by shape first, never by colour alone. Without figures, the word alone. */
export function RatingBar({ rating }: { rating: Rating | null }) {
  const showsFigures = useShowsFigures()
  const word = <span className={styles.word}>{rating === null ? 'Unscored' : ratingWords[rating]}</span>
  if (!showsFigures) return <span className={styles.rating}>{word}</span>
  return (
    <span className={styles.rating}>
      <svg className={styles.bar} viewBox="0 0 76 10" aria-hidden="true">
        {segments.map((segment, index) => (
          <rect
            key={segment}
            x={index * 19.5 + 0.5}
            y={0.5}
            width={16}
            height={9}
            rx={1.5}
            data-filled={(rating !== null && segment <= rating) || undefined}
            data-unscored={rating === null || undefined}
          />
        ))}
      </svg>
      {word}
      {rating !== null && <span className={styles.number}>{rating} of 4</span>}
    </span>
  )
}
