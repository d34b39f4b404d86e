import { Text, Title } from '@mantine/core'
import type { Imported } from '#src/domain/imported.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Level } from '#src/domain/track.ts'
import { importedWords } from '../importing/import-words.ts'
import { recommendationWords } from '../words.ts'
import { useShowsFigures } from './figures.ts'
import { quoteWords } from './quote-words.ts'
import { standingLine } from './standing-line.ts'
import styles from './summary.module.css'
import { usageWords } from './usage-words.ts'

interface SummaryProps {
  scorecard: Scorecard
  level: Level
  title: string
  /** Titles of the questions whose guide the candidate had read before. */
  prepared: readonly string[]
  /** Null for an interview that was held here. */
  imported: Imported | null
}

/** How it went, in a heading and two lines, and who says so. */
export function Summary({ scorecard, level, title, prepared, imported }: SummaryProps) {
  const showsFigures = useShowsFigures()
  const { recommendation, debrief, note, usage } = scorecard
  return (
    <header className={styles.summary}>
      <Text c="dimmed">{title}</Text>
      <Title order={1} className={styles.recommendation}>
        {recommendation === null ? 'No recommendation' : `${recommendationWords[recommendation]} at ${level}`}
      </Title>
      {recommendation !== null && <p className={styles.standing}>{standingLine({ debrief, level })}</p>}
      {prepared.length > 0 && (
        <p className={styles.note}>
          Prepared: the guide of {prepared.join(' and ')} had been read before. The ratings show what you kept of it.
        </p>
      )}
      {imported !== null && <p className={styles.note}>{importedWords(imported)}</p>}
      {note !== null && <p className={styles.note}>{note}</p>}
      <ScorerWords scorer={scorecard.scorer} quotes={showsFigures ? scorecard.quotes : undefined} />
      {showsFigures && usage !== undefined && <p className={styles.note}>{usageWords(usage)}</p>}
    </header>
  )
}

function ScorerWords({ scorer, quotes }: Pick<Scorecard, 'scorer' | 'quotes'>) {
  const model = scorer.startsWith('model@') ? scorer.slice(scorer.indexOf(':') + 1) : null
  return (
    <p className={styles.note}>
      {model === null
        ? 'Scored by written rules, without a model: they look in your words for what the question’s guide lists. They can miss a good point put in unusual words; every rating shows what it rests on.'
        : `Scored by ${model}. Each quote was checked against your stored words; ratings and recommendation were computed from its yes, partly and no.`}
      {/* The rules quote what they find; only a model can claim what is not there. */}
      {model !== null && quotes !== undefined && ` ${quoteWords(quotes) ?? ''}`}
    </p>
  )
}
