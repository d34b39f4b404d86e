import { Button, Text, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { Reasks } from '#src/protocol/history.ts'
import { dismissReask, readReasks } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { trackWords } from '../words.ts'
import { dueWords } from './dates.ts'
import styles from './progress-section.module.css'

/** Questions that were answered weakly and are to be asked again. */
export function ReaskList() {
  const { loaded, reload } = useLoad(useCallback((signal) => readReasks(signal), []))
  const [left, setLeft] = useState<Reasks | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  if (loaded.kind === 'loading') return null
  const { now, questions } = left ?? loaded.value
  const putAside = async (question: Reasks['questions'][number]) => {
    const outcome = await dismissReask({ track: question.track, question: question.question })
    if (outcome.ok) setLeft(outcome.value)
    setProblem(outcome.ok ? null : outcome.failure.message)
  }
  return (
    <section className={styles.section} aria-labelledby="ask-again">
      <Title order={2} size="h3" id="ask-again">
        To be asked again
      </Title>
      <Text size="sm" c="dimmed" className={styles.explained ?? ''}>
        A question whose middle rating was below the bar comes up again after 1, 3 and 7 days. Answering it then, whole or one
        part of it, moves it on; another weak interview starts over.
      </Text>
      {problem !== null && <Text role="alert">{problem}</Text>}
      {questions.length === 0 ? (
        <Text>Nothing is to be asked again.</Text>
      ) : (
        <ul className={styles.list}>
          {questions.map((question) => (
            <li key={`${question.track}/${question.question}`} className={styles.reask}>
              <div>
                <RouteLink to={{ page: 'scorecard', interview: question.interview }}>{question.title}</RouteLink>
                <p className={styles.about}>
                  {trackWords[question.track]}, {dueWords(question.dueAt, now)}
                </p>
              </div>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Put ${question.title} aside`}
                onClick={() => putAside(question)}
              >
                Put aside
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
