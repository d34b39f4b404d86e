import '../lazy-styles.css'
import { useCallback } from 'react'
import { findInterview, readScorecard } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteButton } from '../navigation/route-button.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ScorecardView } from './scorecard-view.tsx'

/** The newest scorecard of an interview, at its address. */
export default function ScorecardPage({ interviewId }: { interviewId: string }) {
  usePageTitle('Scorecard')
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [interview, scored] = await Promise.all([findInterview(interviewId, signal), readScorecard(interviewId, signal)])
      if (!interview.ok) return interview
      if (!scored.ok && scored.failure.kind !== 'not-found') return scored
      return { ok: true as const, value: { interview: interview.value, scored: scored.ok ? scored.value : null } }
    },
    [interviewId],
  )
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'loading') return <Loading what="the scorecard" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { interview, scored } = loaded.value
  if (scored !== null) return <ScorecardView interview={interview} scored={scored} />
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
