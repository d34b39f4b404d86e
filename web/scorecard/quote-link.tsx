import type { Evidence } from '#src/domain/score.ts'
import { artifactName } from '../artifacts/artifact-words.ts'
import { markId } from './collect-marks.ts'
import styles from './quote-link.module.css'
import { quotedWords } from './quoted-words.ts'

/** The candidate's own words, leading to where they stand in the transcript. */
export function QuoteLink({ evidence }: { evidence: Evidence }) {
  return (
    <a className={styles.quote} href={`#${markId(evidence)}`}>
      “{quotedWords(evidence)}”{' '}
      <span className={styles.turn}>
        turn {evidence.turn}
        {evidence.artifact !== undefined && `, ${artifactName(evidence.artifact)}`}
      </span>
    </a>
  )
}
