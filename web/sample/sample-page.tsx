import '../lazy-styles.css'
import { Text } from '@mantine/core'
import { useCallback } from 'react'
import { readSample } from '../api/files.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { ReviewView } from '../review/review-view.tsx'
import { ScorecardView } from '../scorecard/scorecard-view.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { SampleContext } from './sample-context.ts'
import styles from './sample-page.module.css'

/** The interview that ships with Hotseat: its scorecard, or its review. */
export default function SamplePage({ part }: { part: 'scorecard' | 'review' }) {
  usePageTitle('Sample')
  const { loaded, reload } = useLoad(useCallback((signal) => readSample(signal), []))
  if (loaded.kind === 'loading') return <Loading what="the sample" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { about, interview, scored, reviewed } = loaded.value
  return (
    <SampleContext value={true}>
      <aside className={styles.sample} aria-label="About this sample">
        <Text>
          <strong>This is a sample.</strong> {about} It was scored by the rules just now, as your own would be without a model. It
          is stored nowhere and counts in nothing of yours; only its question now counts as one whose guide you have read.
        </Text>
        <Text mt="xs">
          {part === 'scorecard' ? (
            <RouteLink underline="always" to={{ page: 'sample-review' }}>
              Go back over it line by line
            </RouteLink>
          ) : (
            <RouteLink underline="always" to={{ page: 'sample' }}>
              Its scorecard
            </RouteLink>
          )}{' '}
          ·{' '}
          <RouteLink underline="always" to={{ page: 'practise' }}>
            Begin one of your own
          </RouteLink>
        </Text>
      </aside>
      {part === 'scorecard' ? (
        <ScorecardView interview={interview} scored={scored} onChanged={reload} />
      ) : (
        <ReviewView reviewed={reviewed} />
      )}
    </SampleContext>
  )
}
