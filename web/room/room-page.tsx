import '../lazy-styles.css'
import { useCallback } from 'react'
import { findInterview } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { useLiveInterview } from '../live/use-live-interview.ts'
import { FailureNote, NotFoundNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { Shell } from '../shell/shell.tsx'
import { SignedOut } from '../shell/signed-out.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { Room, type RoomInterview } from './room.tsx'

/** The room at its address: finds the interview, then goes live with it. */
export default function RoomPage({ interviewId }: { interviewId: string }) {
  const { loaded, reload } = useLoad(useCallback((signal) => findInterview(interviewId, signal), [interviewId]))
  if (loaded.kind === 'ready') return <LiveRoom interview={loaded.value} />
  return (
    <Shell at="room">
      {loaded.kind === 'loading' ? <Loading what="the interview" /> : <FailureNote failure={loaded.failure} onRetry={reload} />}
    </Shell>
  )
}

function LiveRoom({ interview }: { interview: RoomInterview }) {
  const { live, view } = useLiveInterview(interview.id)
  usePageTitle(interview.questions[0]?.title ?? 'Interview')
  const stopped = view.status.kind === 'stopped' ? view.status.why : null
  if (stopped === 'signed-out' || stopped === 'not-found')
    return <Shell at="room">{stopped === 'signed-out' ? <SignedOut /> : <NotFoundNote />}</Shell>
  return <Room interview={interview} live={live} view={view} />
}
