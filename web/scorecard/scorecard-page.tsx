import '../lazy-styles.css'
import { useCallback, useEffect } from 'react'
import type { ScoredInterview, ShownInterview } from '#src/protocol/rest.ts'
import type { Outcome } from '../api/request.ts'
import { findInterview, readScorecard, readSelfRating } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import { RouteButton } from '../navigation/route-button.tsx'
import { navigate } from '../navigation/use-route.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ScorecardView } from './scorecard-view.tsx'

/** The newest scorecard of an interview, at its address. Who may still rate themselves is asked for that first. */
export default function ScorecardPage({ interviewId }: { interviewId: string }) {
  usePageTitle('Scorecard')
  const load = useCallback((signal: AbortSignal) => loadScored(interviewId, signal), [interviewId])
  const { loaded, reload } = useLoad(load)
  const isAsked = loaded.kind === 'ready' && loaded.value.scored === 'not-yet-shown'
  useEffect(() => {
    if (isAsked) navigate({ page: 'scoring', interview: interviewId }, 'replace')
  }, [isAsked, interviewId])
  if (loaded.kind === 'loading') return <Loading what="the scorecard" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { interview, scored } = loaded.value
  if (scored === 'not-yet-shown') return <Loading what="the scoring" />
  if (scored !== null)
    return (
      <BoardsOf of={{ interview: interviewId }}>
        <ScorecardView interview={interview} scored={scored} onChanged={reload} />
      </BoardsOf>
    )
  return (
    <PageNote
      title="Not scored yet"
      actions={
        interview.status === 'ended' ? (
          <RouteButton to={{ page: 'scoring', interview: interviewId }}>Score it</RouteButton>
        ) : (
          <RouteButton to={{ page: 'room', interview: interviewId }}>Back to the interview</RouteButton>
        )
      }
    >
      <p>There is no scorecard for this interview{interview.status === 'ended' ? '.' : ' while it is unfinished.'}</p>
    </PageNote>
  )
}

interface LoadedScorecard {
  interview: ShownInterview
  /** Null when there is none yet. */
  scored: ScoredInterview | 'not-yet-shown' | null
}

async function loadScored(interviewId: string, signal: AbortSignal): Promise<Outcome<LoadedScorecard>> {
  const interview = await findInterview(interviewId, signal)
  if (!interview.ok) return interview
  const loaded = (scored: LoadedScorecard['scored']) => ({ ok: true as const, value: { interview: interview.value, scored } })
  if (interview.value.status !== 'ended') return loaded(null)
  const standing = await readSelfRating(interviewId, signal)
  if (!standing.ok) return standing
  // Asking for the scorecard counts as having seen it.
  if (standing.value.isAsked) return loaded('not-yet-shown')
  const scored = await readScorecard(interviewId, signal)
  if (scored.ok) return loaded(scored.value)
  return scored.failure.kind === 'not-found' ? loaded(null) : scored
}
