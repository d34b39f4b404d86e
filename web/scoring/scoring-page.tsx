import '../lazy-styles.css'
import { useCallback, useEffect } from 'react'
import { findInterview } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteButton } from '../navigation/route-button.tsx'
import { navigate } from '../navigation/use-route.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ScoringFailed, ScoringRunning, TooShort } from './scoring-notes.tsx'
import { useScoring } from './use-scoring.ts'

/** How far the scoring of an interview is; leads on to its scorecard. It goes on whether or not anybody watches. */
export default function ScoringPage({ interviewId }: { interviewId: string }) {
  usePageTitle('Scoring')
  const { loaded, reload } = useLoad(useCallback((signal) => findInterview(interviewId, signal), [interviewId]))
  if (loaded.kind === 'loading') return <Loading what="the interview" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  if (loaded.value.status === 'ended') return <Scoring interviewId={interviewId} />
  return (
    <PageNote
      title="The interview is not over"
      actions={<RouteButton to={{ page: 'room', interview: interviewId }}>Back to the interview</RouteButton>}
    >
      <p>Scoring begins when it has ended.</p>
    </PageNote>
  )
}

function Scoring({ interviewId }: { interviewId: string }) {
  const { scoring, failure, again } = useScoring(interviewId)
  const isDone = scoring?.status === 'done'
  useEffect(() => {
    if (isDone) navigate({ page: 'scorecard', interview: interviewId }, 'replace')
  }, [isDone, interviewId])

  if (scoring === null)
    return failure === null ? <Loading what="the scoring" /> : <FailureNote failure={failure} onRetry={again} />
  switch (scoring.status) {
    case 'done':
      return <Loading what="the scorecard" />
    case 'failed':
      return <ScoringFailed reason={scoring.error} onAgain={again} />
    case 'too-short':
      return <TooShort interviewId={interviewId} />
    case 'queued':
    case 'running':
      return <ScoringRunning scoring={scoring} isCutOff={failure !== null} />
    default:
      return scoring.status satisfies never
  }
}
