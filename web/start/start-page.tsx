import { useCallback } from 'react'
import { listInterviews, listTracks, readStatus } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { StartForm } from './start-form.tsx'
import { UnfinishedInterviews } from './unfinished-interviews.tsx'

/** Everything that is decided before an interview, and those that are not finished yet. */
export function StartPage() {
  usePageTitle('')
  const load = useCallback(async (signal: AbortSignal) => {
    const [tracks, status, interviews] = await Promise.all([listTracks(signal), readStatus(signal), listInterviews(signal)])
    if (!tracks.ok) return tracks
    if (!status.ok) return status
    if (!interviews.ok) return interviews
    return { ok: true as const, value: { tracks: tracks.value, status: status.value, interviews: interviews.value } }
  }, [])
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'loading') return <Loading what="the questions" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { tracks, status, interviews } = loaded.value
  return (
    <>
      <UnfinishedInterviews interviews={interviews} />
      <StartForm tracks={tracks} model={status.model} />
    </>
  )
}
