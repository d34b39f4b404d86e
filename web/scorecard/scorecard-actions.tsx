import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { ShownInterview } from '#src/protocol/rest.ts'
import { beginInterview, startScoring } from '../api/server.ts'
import { CompareLinks } from '../compare/compare-links.tsx'
import { DeleteButton } from '../files/delete-button.tsx'
import { ExportLinks } from '../files/export-links.tsx'
import { RouteButton } from '../navigation/route-button.tsx'
import { navigate } from '../navigation/use-route.ts'
import styles from './scorecard-actions.module.css'

interface ScorecardActionsProps {
  interview: ShownInterview
  /** Nothing could be scored: scoring again comes before practising again. */
  isIncomplete: boolean
  hasAppeals: boolean
}

/** What can be done with a scored interview. */
export function ScorecardActions({ interview, isIncomplete, hasAppeals }: ScorecardActionsProps) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { id, track, level, minutes, mode, persona, company, language, questions } = interview

  const practiseAgain = async () => {
    setBusy(true)
    const question = questions[0]?.id
    const outcome = await beginInterview({
      track,
      level,
      minutes,
      mode,
      persona,
      company,
      language,
      ...(question === undefined ? {} : { question }),
    })
    if (outcome.ok) return navigate({ page: 'room', interview: outcome.value.id })
    setBusy(false)
    setProblem(outcome.failure.message)
  }
  const scoreAgain = async () => {
    setBusy(true)
    const outcome = await startScoring(id)
    if (outcome.ok) return navigate({ page: 'scoring', interview: id })
    setBusy(false)
    setProblem(outcome.failure.message)
  }

  return (
    <section className={styles.actions} aria-label="What next">
      {interview.imported === null ? (
        <Button variant={isIncomplete ? 'default' : 'filled'} onClick={practiseAgain} disabled={isBusy}>
          Practise it again
        </Button>
      ) : (
        // Its minutes and perhaps its question are none that can be begun here.
        <RouteButton variant={isIncomplete ? 'default' : 'filled'} to={{ page: 'practise' }}>
          Practise the next one
        </RouteButton>
      )}
      <Button variant={isIncomplete ? 'filled' : 'default'} onClick={scoreAgain} disabled={isBusy}>
        Score again
      </Button>
      <RouteButton variant="default" to={{ page: 'review', interview: id }}>
        Go back over it line by line
      </RouteButton>
      {interview.imported !== null && (
        <RouteButton variant="default" to={{ page: 'correct', interview: id }}>
          Correct the transcript
        </RouteButton>
      )}
      {hasAppeals && (
        <Text size="sm" c="dimmed" className={styles.note ?? ''}>
          Scoring again reads everything anew: what your appeals moved is not carried over. This scorecard stays in the file.
        </Text>
      )}
      <DeleteButton interview={{ id, title: questions.map(({ title }) => title).join(' · ') }} variant="subtle" />
      <ExportLinks interviewId={id} />
      <CompareLinks interviewId={id} />
      {problem !== null && (
        <Text role="alert" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </section>
  )
}
