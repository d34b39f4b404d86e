import type { Score, Scorecard } from '#src/domain/score.ts'
import type { ShownCriterion } from '../api/server.ts'
import { markId } from '../scorecard/collect-marks.ts'
import { QuoteLink } from '../scorecard/quote-link.tsx'
import { RatingBar } from '../scorecard/rating-bar.tsx'
import styles from './criteria-aside.module.css'

interface CriteriaAsideProps {
  /** Null where nothing could be rated. */
  scorecard: Scorecard | null
  criteria: readonly ShownCriterion[]
  /** The criterion whose quotes alone are marked; null for all. */
  chosen: string | null
  onChoose(criterion: string | null): void
}

/** The scorecard beside the transcript: choosing a criterion marks its quotes alone, and lists them. */
export function CriteriaAside({ scorecard, criteria, chosen, onChoose }: CriteriaAsideProps) {
  if (scorecard === null) return null
  return (
    <section className={styles.aside} aria-label="Scorecard">
      <h3 className={styles.title}>Marked words</h3>
      <ul className={styles.criteria}>
        <li>
          <button type="button" className={styles.choice} aria-pressed={chosen === null} onClick={() => onChoose(null)}>
            All criteria
          </button>
        </li>
        {criteria.map(({ id, title }) => {
          const score = scorecard.scores.find(({ criterion }) => criterion === id)
          if (score === undefined) return null
          const isChosen = chosen === id
          return (
            <li key={id} id={`criterion-${id}`}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={isChosen}
                onClick={() => onChoose(isChosen ? null : id)}
              >
                <span>{title}</span>
                <RatingBar rating={score.kind === 'rated' ? score.rating : null} />
              </button>
              {isChosen && <Quotes score={score} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Quotes({ score }: { score: Score }) {
  const evidence = [...(score.kind === 'rated' ? score.evidence : []), ...score.checks.flatMap((check) => check.evidence)]
  const once = [...new Map(evidence.map((one) => [markId(one), one])).values()].sort(
    (a, b) => a.turn - b.turn || a.start - b.start,
  )
  return (
    <div className={styles.chosen}>
      <p className={styles.rationale}>{score.kind === 'rated' ? score.rationale : `Unscored: ${score.reason}`}</p>
      <ul className={styles.quotes}>
        {once.map((one) => (
          <li key={markId(one)}>
            <QuoteLink evidence={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}
