import { Button, Text } from '@mantine/core'
import { lazy, Suspense, useCallback, useState } from 'react'
import { listShares } from '../api/sharing.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { Section } from '../scorecard/section.tsx'
import styles from './second-pair-of-eyes.module.css'

const ShareDialog = lazy(() => import('./share-dialog.tsx'))

/** The way to somebody else's opinion, and to those that came. */
export function SecondPairOfEyes({ interviewId }: { interviewId: string }) {
  const load = useCallback((signal: AbortSignal) => listShares(interviewId, signal), [interviewId])
  const { loaded, reload } = useLoad(load)
  const [isSharing, setSharing] = useState(false)
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed')
    return (
      <Section title="A second pair of eyes">
        <Text>The links could not be loaded: {loaded.failure.message}</Text>
      </Section>
    )
  const { reviews, shares, isLoopbackOnly } = loaded.value
  return (
    <Section title="A second pair of eyes">
      <Text className={styles.words ?? ''}>
        {reviews === 0
          ? 'A coach or a friend may see what a scorer cannot. A link lets them read this interview, comment on it and rate it without seeing any rating.'
          : reviews === 1
            ? 'Somebody has reviewed this interview.'
            : `${reviews} people have reviewed this interview.`}
      </Text>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setSharing(true)}>
          Let somebody else look
        </Button>
        {(reviews > 0 || shares.length > 0) && (
          <RouteLink to={{ page: 'reviews', interview: interviewId }}>
            {reviews > 0 ? 'What they say' : shares.length === 1 ? 'One link so far' : `${shares.length} links so far`}
          </RouteLink>
        )}
      </div>
      {isSharing && (
        <Suspense fallback={null}>
          <ShareDialog
            interviewId={interviewId}
            isLoopbackOnly={isLoopbackOnly}
            onClose={() => setSharing(false)}
            onMade={reload}
          />
        </Suspense>
      )}
    </Section>
  )
}
