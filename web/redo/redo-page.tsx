import '../lazy-styles.css'
import { Text, Title } from '@mantine/core'
import { useCallback, useEffect } from 'react'
import { readRedos } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { RedoComposer } from './redo-composer.tsx'
import styles from './redo-page.module.css'
import { RedoResult } from './redo-result.tsx'
import { RedoRetry } from './redo-retry.tsx'
import { ShownBefore } from './shown-before.tsx'

const pollMs = 1000

interface RedoPageProps {
  interviewId: string
  criterion: string
  check: string
}

/** One part answered again, and how the new answer does beside the old one. */
export default function RedoPage({ interviewId, criterion, check }: RedoPageProps) {
  usePageTitle('Answer again')
  const load = useCallback(
    (signal: AbortSignal) => readRedos(interviewId, { criterion, check }, signal),
    [interviewId, criterion, check],
  )
  const { loaded, reload } = useLoad(load)
  const isGrading = loaded.kind === 'ready' && loaded.value.redos.some(({ state }) => state.kind === 'grading')
  useEffect(() => {
    if (!isGrading) return
    const timer = setInterval(reload, pollMs)
    return () => clearInterval(timer)
  }, [isGrading, reload])

  if (loaded.kind === 'loading') return <Loading what="the question" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { asked, original, artifacts, redos } = loaded.value
  const looked = original.checks.find((one) => one.check === check)
  return (
    <section className={styles.redo}>
      <Text c="dimmed">Answer again: {loaded.value.criterion}</Text>
      <Title order={1} className={styles.asked}>
        {asked}
      </Title>
      {looked !== undefined && (
        <Text size="sm" c="dimmed" mt="xs">
          What was looked for: {looked.means}
        </Text>
      )}
      <ShownBefore interviewId={interviewId} artifacts={artifacts} />
      <RedoComposer interviewId={interviewId} criterion={criterion} check={check} onStored={reload} />
      {[...redos].reverse().map((redo, place) => (
        <RedoResult
          key={redo.id}
          redo={redo}
          // Of an older one that failed the words were sent again, or others were.
          retry={place === 0 && <RedoRetry interviewId={interviewId} redo={redo} onStored={reload} />}
        />
      ))}
      <p className={styles.back}>
        <RouteLink to={{ page: 'scorecard', interview: interviewId }}>Back to the scorecard</RouteLink>
      </p>
    </section>
  )
}
