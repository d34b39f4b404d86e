import { Button, Text, Title } from '@mantine/core'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { ScoredInterview, SelfRatingStanding, ShownInterview } from '#src/protocol/rest.ts'
import type { ReceivedReviews, ShareList as Shares } from '#src/protocol/sharing.ts'
import type { Outcome } from '../api/request.ts'
import { findInterview, readScorecard, readSelfRating } from '../api/server.ts'
import { listReviews, listShares } from '../api/sharing.ts'
import { useLoad } from '../api/use-load.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { Section } from '../scorecard/section.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { ReceivedReviewsView } from './received-reviews.tsx'
import { ShareList } from './share-list.tsx'

const ShareDialog = lazy(() => import('./share-dialog.tsx'))

/** Links to an interview, and what came back by them. */
export default function ReviewsPage({ interviewId }: { interviewId: string }) {
  usePageTitle('Reviews by others')
  const load = useCallback((signal: AbortSignal) => loadReviews(interviewId, signal), [interviewId])
  const { loaded, reload } = useLoad(load)
  const [isSharing, setSharing] = useState(false)
  if (loaded.kind === 'loading') return <Loading what="the reviews" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { interview, shares, received, standing, scored } = loaded.value
  return (
    <>
      <header>
        <Text c="dimmed">{interview.questions.map(({ title }) => title).join(' · ')}</Text>
        <Title order={1}>Reviews by others</Title>
        <Text mt="xs">
          <RouteLink to={{ page: scored === null ? 'scoring' : 'scorecard', interview: interviewId }}>
            {scored === null ? 'Back to the scoring' : 'Back to the scorecard'}
          </RouteLink>
        </Text>
      </header>
      <Section title="Links" aside={<Button onClick={() => setSharing(true)}>Make a link</Button>}>
        {shares.shares.length === 0 ? (
          <Text c="dimmed">There is none yet.</Text>
        ) : (
          <ShareList interviewId={interviewId} shares={shares.shares} onRevoked={reload} />
        )}
      </Section>
      {received.reviews.length > 0 && (
        <BoardsOf of={{ interview: interviewId }}>
          <ReceivedReviewsView interview={interview} received={received} standing={standing} scored={scored} />
        </BoardsOf>
      )}
      {isSharing && (
        <Suspense fallback={null}>
          <ShareDialog
            interviewId={interviewId}
            isLoopbackOnly={shares.isLoopbackOnly}
            onClose={() => setSharing(false)}
            onMade={reload}
          />
        </Suspense>
      )}
    </>
  )
}

interface LoadedReviews {
  interview: ShownInterview
  shares: Shares
  received: ReceivedReviews
  standing: SelfRatingStanding
  /** Null when there is no scorecard, or one may still rate oneself before it shows. */
  scored: ScoredInterview | null
}

async function loadReviews(id: string, signal: AbortSignal): Promise<Outcome<LoadedReviews>> {
  const [interview, shares, received, standing] = await Promise.all([
    findInterview(id, signal),
    listShares(id, signal),
    listReviews(id, signal),
    readSelfRating(id, signal),
  ])
  if (!interview.ok) return interview
  if (!shares.ok) return shares
  if (!received.ok) return received
  if (!standing.ok) return standing
  const loaded = (scored: ScoredInterview | null) => ({
    ok: true as const,
    value: { interview: interview.value, shares: shares.value, received: received.value, standing: standing.value, scored },
  })
  // Asking for the scorecard counts as having seen it.
  if (standing.value.isAsked) return loaded(null)
  const scored = await readScorecard(id, signal)
  if (scored.ok) return loaded(scored.value)
  return scored.failure.kind === 'not-found' ? loaded(null) : scored
}
