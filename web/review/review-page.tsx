import '../lazy-styles.css'
import { useCallback, useEffect } from 'react'
import type { ReviewedInterview, ShownInterview } from '#src/protocol/rest.ts'
import type { Outcome } from '../api/request.ts'
import { findInterview, readReview, readScoring, readSelfRating } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import { RouteButton } from '../navigation/route-button.tsx'
import { navigate } from '../navigation/use-route.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ReviewView } from './review-view.tsx'

/** An interview gone back over, at its address. Who may still rate themselves is asked for that first. */
export default function ReviewPage({ interviewId }: { interviewId: string }) {
  usePageTitle('Review')
  const load = useCallback((signal: AbortSignal) => loadReview(interviewId, signal), [interviewId])
  const { loaded, reload } = useLoad(load)
  const isAsked = loaded.kind === 'ready' && loaded.value.reviewed === 'not-yet-shown'
  useEffect(() => {
    if (isAsked) navigate({ page: 'scoring', interview: interviewId }, 'replace')
  }, [isAsked, interviewId])
  if (loaded.kind === 'loading') return <Loading what="the review" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { interview, reviewed } = loaded.value
  if (reviewed === 'not-yet-shown') return <Loading what="the scoring" />
  if (reviewed !== null)
    return (
      <BoardsOf of={{ interview: interviewId }}>
        <ReviewView reviewed={reviewed} />
      </BoardsOf>
    )
  return (
    <PageNote
      title="Nothing to review yet"
      actions={
        interview.status === 'ended' ? (
          <RouteButton to={{ page: 'scoring', interview: interviewId }}>Score it</RouteButton>
        ) : (
          <RouteButton to={{ page: 'room', interview: interviewId }}>Back to the interview</RouteButton>
        )
      }
    >
      <p>
        {interview.status === 'ended'
          ? 'This interview was not scored yet. What was looked for is shown once it is.'
          : 'This interview is unfinished. It can be gone back over once it is over and scored.'}
      </p>
    </PageNote>
  )
}

interface LoadedReview {
  interview: ShownInterview
  /** Null when there is none yet. */
  reviewed: ReviewedInterview | 'not-yet-shown' | null
}

async function loadReview(interviewId: string, signal: AbortSignal): Promise<Outcome<LoadedReview>> {
  const interview = await findInterview(interviewId, signal)
  if (!interview.ok) return interview
  const loaded = (reviewed: LoadedReview['reviewed']) => ({ ok: true as const, value: { interview: interview.value, reviewed } })
  if (interview.value.status !== 'ended') return loaded(null)
  const [scoring, standing] = await Promise.all([readScoring(interviewId, signal), readSelfRating(interviewId, signal)])
  if (!scoring.ok) return scoring
  if (!standing.ok) return standing
  // Asking for the review counts as having seen the scorecard, where there is one.
  if (standing.value.isAsked && scoring.value?.status !== 'too-short') return loaded('not-yet-shown')
  const reviewed = await readReview(interviewId, signal)
  if (reviewed.ok) return loaded(reviewed.value)
  return reviewed.failure.kind === 'not-found' ? loaded(null) : reviewed
}
