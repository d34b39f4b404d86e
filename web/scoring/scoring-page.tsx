import '../lazy-styles.css'
import { useCallback, useEffect } from 'react'
import { findInterview, readSelfRating } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteButton } from '../navigation/route-button.tsx'
import { navigate } from '../navigation/use-route.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ScoringDone, ScoringFailed, ScoringRunning, TooShort } from './scoring-notes.tsx'
import { SelfRatingForm } from './self-rating-form.tsx'
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

/** The scorecard opens by itself once it is done and one has rated oneself, or skipped that. */
function Scoring({ interviewId }: { interviewId: string }) {
  const { scoring, failure, again } = useScoring(interviewId)
  const { loaded, reload } = useLoad(useCallback((signal) => readSelfRating(interviewId, signal), [interviewId]))
  const isAsked = loaded.kind === 'ready' ? loaded.value.isAsked : null
  const leadsOn = scoring?.status === 'done' && isAsked === false
  useEffect(() => {
    if (leadsOn) navigate({ page: 'scorecard', interview: interviewId }, 'replace')
  }, [leadsOn, interviewId])

  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  if (scoring === null)
    return failure === null ? <Loading what="the scoring" /> : <FailureNote failure={failure} onRetry={again} />
  if (loaded.kind === 'loading' || leadsOn) return <Loading what="the scorecard" />
  const { criteria, selfRating } = loaded.value
  const form = loaded.value.isAsked ? <SelfRatingForm interviewId={interviewId} criteria={criteria} onGiven={reload} /> : null
  switch (scoring.status) {
    case 'failed':
      return <ScoringFailed reason={scoring.error} onAgain={again} />
    case 'too-short':
      return <TooShort interviewId={interviewId} />
    case 'done':
      return <ScoringDone>{form}</ScoringDone>
    case 'queued':
    case 'running':
      return (
        <ScoringRunning scoring={scoring} isCutOff={failure !== null} hasRated={selfRating?.kind === 'rated'}>
          {form}
        </ScoringRunning>
      )
    default:
      return scoring.status satisfies never
  }
}
