import { Title } from '@mantine/core'
import { useCallback } from 'react'
import { listInterviews } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteButton } from '../navigation/route-button.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { InterviewList } from './interview-list.tsx'
import { SelfRatingHistory } from './self-rating-history.tsx'

/** Every interview that was begun here, the newest first. */
export default function HistoryPage() {
  usePageTitle('History')
  const { loaded, reload } = useLoad(useCallback((signal) => listInterviews(signal), []))
  if (loaded.kind === 'loading') return <Loading what="the history" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  if (loaded.value.length === 0)
    return (
      <PageNote title="No interviews yet" actions={<RouteButton to={{ page: 'practise' }}>Begin the first one</RouteButton>}>
        <p>
          Each interview is kept here with its transcript and its scorecard, in one database file where Hotseat runs. A single
          behavioral story takes five minutes and is a good first one.
        </p>
      </PageNote>
    )
  return (
    <>
      <Title order={1} size="h2" mb="lg">
        History
      </Title>
      <InterviewList interviews={loaded.value} />
      <SelfRatingHistory />
    </>
  )
}
