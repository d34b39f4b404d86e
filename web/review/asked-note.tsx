import type { AskedReview } from '#src/domain/review.ts'
import { QuoteLink } from '../scorecard/quote-link.tsx'
import { askedId } from './stops.ts'
import styles from './turn-notes.module.css'

interface AskedNoteProps {
  asked: AskedReview
  isActive: boolean
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
}

/** What the interviewer was after in a turn, beneath it. */
export function AskedNote({ asked, isActive, titles }: AskedNoteProps) {
  const { turn, after, check, raisedBy, isGuess, isAboveBar, answer } = asked
  return (
    <div id={askedId(turn)} tabIndex={-1} className={styles.asked} data-active={isActive || undefined}>
      <p>
        <span className={styles.label}>{isGuess ? 'Likely after' : 'After'}</span> {after}
        {isGuess && <span className={styles.dimmed}> A guess from the words of the question.</span>}
        {isAboveBar && (
          <span className={styles.dimmed}> Above the bar of the level you chose: leaving it open costs nothing.</span>
        )}
      </p>
      {check !== null && (
        <p>
          <span className={styles.label}>In view</span> {check.means}{' '}
          <span className={styles.dimmed}>
            {titles.get(check.criterion) ?? check.criterion}
            {answer?.verdict != null && `; ${verdictOfAnswer[answer.verdict]}`}.
          </span>
        </p>
      )}
      {raisedBy !== null && (
        <p>
          <span className={styles.label}>Raised by</span> <QuoteLink evidence={raisedBy} />
        </p>
      )}
    </div>
  )
}

const verdictOfAnswer = {
  yes: 'the answer met it',
  partly: 'the answer met it in part',
  no: 'the answer did not meet it',
  'not-shown': 'the answer left it open',
} as const
