import type { TranscriptMark } from './collect-marks.ts'
import styles from './marked-transcript.module.css'

/** What the quotes of a turn were quoted for, each leading to its criterion. */
export function QuotedFor({ marks, titles }: { marks: readonly TranscriptMark[]; titles: ReadonlyMap<string, string> }) {
  const criteria = [...new Set(marks.flatMap((mark) => mark.criteria))]
  if (criteria.length === 0) return null
  return (
    <p className={styles.for}>
      Quoted for{' '}
      {criteria.map((criterion, place) => (
        <span key={criterion}>
          {place > 0 && ', '}
          <a href={`#criterion-${criterion}`}>{titles.get(criterion) ?? criterion}</a>
        </span>
      ))}
    </p>
  )
}
