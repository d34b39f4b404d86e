import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Redo } from '#src/domain/redo.ts'
import type { CheckResult, Score } from '#src/domain/score.ts'
import { quotedWords } from '../scorecard/quoted-words.ts'
import { RatingBar } from '../scorecard/rating-bar.tsx'
import { verdictWords } from '../words.ts'
import { checkDifferences } from './check-differences.ts'
import styles from './redo-result.module.css'

interface RedoResultProps {
  redo: Redo
  /** What can be done about an answer that could not be graded. */
  retry: ReactNode
}

/** A new answer beside the first: the rating then and now, what it gained and what it leaves out. */
export function RedoResult({ redo, retry }: RedoResultProps) {
  const { state, text, original, createdAt } = redo
  return (
    <article className={styles.result}>
      <Title order={2} size="h3">
        {new Date(createdAt).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}
      </Title>
      <p className={styles.text}>{text}</p>
      {state.kind === 'grading' && <Text role="status">Stored. It is being graded.</Text>}
      {state.kind === 'failed' && (
        <>
          <Text role="alert">Not graded: {state.reason} Your words are kept.</Text>
          {retry}
        </>
      )}
      {state.kind === 'graded' && <Differences original={original} redone={state.score} />}
    </article>
  )
}

function Differences({ original, redone }: { original: Score; redone: Score }) {
  const { gained, lost } = checkDifferences(original, redone)
  return (
    <div role="status">
      <dl className={styles.ratings}>
        <dt>Then</dt>
        <dd>
          <RatingBar rating={original.kind === 'rated' ? original.rating : null} />
        </dd>
        <dt>Now</dt>
        <dd>
          <RatingBar rating={redone.kind === 'rated' ? redone.rating : null} />
        </dd>
      </dl>
      <Text size="sm" c="dimmed">
        The new answer is read alone, by all that its criterion looks for: what you showed elsewhere in the interview counts as
        missing in it.
      </Text>
      <Checks title="Gained" none="Nothing that the first answer did not show." checks={gained} hasQuotes />
      <Checks title="Not in the new answer" none="Nothing: all that was shown before is here too." checks={lost} />
    </div>
  )
}

interface ChecksProps {
  title: string
  none: string
  checks: readonly CheckResult[]
  hasQuotes?: boolean
}

function Checks({ title, none, checks, hasQuotes = false }: ChecksProps) {
  return (
    <section className={styles.checks}>
      <h3>{title}</h3>
      {checks.length === 0 ? (
        <p className={styles.quote}>{none}</p>
      ) : (
        <ul>
          {checks.map(({ check, means, verdict, evidence }) => (
            <li key={check}>
              {verdictWords[verdict]}: {means}
              {hasQuotes && evidence[0] !== undefined && <p className={styles.quote}>“{quotedWords(evidence[0])}”</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
