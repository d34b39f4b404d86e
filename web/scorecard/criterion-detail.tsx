import type { ReactNode } from 'react'
import type { CheckResult, Score } from '#src/domain/score.ts'
import type { ShownCriterion } from '../api/server.ts'
import { ratingWords, verdictWords } from '../words.ts'
import { markId } from './collect-marks.ts'
import styles from './criterion-detail.module.css'
import { useShowsFigures } from './figures.ts'
import { QuoteLink } from './quote-link.tsx'
import { runsWords, secondLookWords } from './second-look.ts'

const ratings = [4, 3, 2, 1] as const

interface CriterionDetailProps {
  criterion: ShownCriterion
  score: Score
  checkAction(check: CheckResult): ReactNode
}

/** Why this rating: what each rating takes, what was looked for, and the words that were found. */
export function CriterionDetail({ criterion, score, checkAction }: CriterionDetailProps) {
  const showsFigures = useShowsFigures()
  const earned = score.kind === 'rated' ? score.rating : null
  const shown = new Set(score.checks.flatMap(({ evidence }) => evidence.map(markId)))
  const besides = score.kind === 'rated' ? score.evidence.filter((evidence) => !shown.has(markId(evidence))) : []
  const secondLook = secondLookWords(score)
  const runs = runsWords(score)
  return (
    <div className={styles.detail}>
      <p className={styles.rationale}>{score.kind === 'rated' ? score.rationale : `Unscored: ${score.reason}`}</p>
      {showsFigures && secondLook !== null && <p className={styles.secondLook}>{secondLook}</p>}
      {showsFigures && runs !== null && <p className={styles.runs}>{runs}</p>}
      {besides.length > 0 && (
        <ul className={styles.quotes} aria-label="Rests on">
          {besides.map((evidence) => (
            <li key={`${evidence.turn}.${evidence.start}.${evidence.end}`}>
              <QuoteLink evidence={evidence} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.columns}>
        <section aria-label={`What was looked for: ${criterion.title}`}>
          <h4>What was looked for</h4>
          <ul className={styles.checks}>
            {score.checks.map((check) => (
              <Check key={`${check.source}.${check.check}`} check={check} action={checkAction(check)} />
            ))}
          </ul>
        </section>
        <section aria-label={`What each rating takes: ${criterion.title}`}>
          <h4>What each rating takes</h4>
          <dl className={styles.anchors} data-words={!showsFigures || undefined}>
            {ratings.map((rating) => (
              <div key={rating} data-earned={rating === earned || undefined}>
                <dt>{showsFigures ? rating : ratingWords[rating]}</dt>
                <dd>
                  {criterion.anchors[rating]}
                  {rating === earned && <span className={styles.earned}> Earned.</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </div>
  )
}

function Check({ check, action }: { check: CheckResult; action: ReactNode }) {
  return (
    <li data-verdict={check.verdict}>
      <span className={styles.verdict}>{verdictWords[check.verdict]}</span>
      <div>
        {check.means}
        {check.cappedBy !== null && <p className={styles.capped}>{check.cappedBy}</p>}
        {check.evidence.map((evidence) => (
          <p key={`${evidence.turn}.${evidence.start}.${evidence.end}`} className={styles.evidence}>
            <QuoteLink evidence={evidence} />
          </p>
        ))}
        {action}
      </div>
    </li>
  )
}
