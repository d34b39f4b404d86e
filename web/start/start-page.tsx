import { Text, Title } from '@mantine/core'
import { useCallback } from 'react'
import { listInterviewPage, readReasks } from '../api/history.ts'
import { listTracks, readStatus } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { SampleLine } from '../sample/sample-line.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { DueLine } from './due-line.tsx'
import { StartForm } from './start-form.tsx'
import styles from './start-page.module.css'
import { UnfinishedInterviews } from './unfinished-interviews.tsx'

/** Everything that is decided before an interview, and those that are not finished yet. */
export function StartPage() {
  usePageTitle('')
  const load = useCallback(async (signal: AbortSignal) => {
    const [tracks, status, interviews, reasks, any] = await Promise.all([
      listTracks(signal),
      readStatus(signal),
      listInterviewPage({ status: 'running', limit: 100 }, signal),
      readReasks(signal),
      listInterviewPage({ limit: 1 }, signal),
    ])
    if (!tracks.ok) return tracks
    if (!status.ok) return status
    if (!interviews.ok) return interviews
    if (!reasks.ok) return reasks
    if (!any.ok) return any
    return {
      ok: true as const,
      value: {
        tracks: tracks.value,
        status: status.value,
        interviews: interviews.value,
        reasks: reasks.value,
        isFirst: any.value.length === 0,
      },
    }
  }, [])
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  // The question stands before anything is loaded, so that nobody looks at an empty page.
  const title = (
    <Title order={1} className={styles.title ?? ''} id="track-title">
      What do you want to practise?
    </Title>
  )
  if (loaded.kind === 'loading')
    return (
      <>
        {title}
        <Loading what="the questions" />
      </>
    )
  const { tracks, status, interviews, reasks, isFirst } = loaded.value
  return (
    <>
      {title}
      <UnfinishedInterviews interviews={interviews} />
      <DueLine reasks={reasks} />
      <StartForm tracks={tracks} model={status.model} />
      <Text size="sm" c="dimmed" mt="xl">
        Held one elsewhere?{' '}
        <RouteLink to={{ page: 'import' }} inherit underline="always">
          Import its transcript
        </RouteLink>{' '}
        and go back over it here.
      </Text>
      {isFirst && <SampleLine />}
    </>
  )
}
