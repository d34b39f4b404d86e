import '../lazy-styles.css'
import { Button, Text, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { InterviewRow } from '#src/protocol/rest.ts'
import { listInterviewPage } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteButton } from '../navigation/route-button.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { SampleLine } from '../sample/sample-line.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { PageNote } from '../shell/page-note.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { CalendarSection } from './calendar-section.tsx'
import styles from './history-page.module.css'
import { InterviewList } from './interview-list.tsx'
import { ProgressSection } from './progress-section.tsx'
import { ReaskList } from './reask-list.tsx'
import { SearchSection } from './search-section.tsx'
import { SelfRatingHistory } from './self-rating-history.tsx'

const pageSize = 20

/** Every interview, the newest first, what was said in them, and what they come to together. */
export default function HistoryPage() {
  usePageTitle('History')
  const { loaded, reload } = useLoad(useCallback((signal) => listInterviewPage({ limit: pageSize }, signal), []))
  if (loaded.kind === 'loading') return <Loading what="the history" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  if (loaded.value.length === 0)
    return (
      <PageNote
        title="No interviews yet"
        actions={
          <>
            <RouteButton to={{ page: 'practise' }}>Begin the first one</RouteButton>
            <RouteLink to={{ page: 'import' }}>Import one that was held elsewhere</RouteLink>
          </>
        }
      >
        <p>
          Each interview is kept here with its transcript and its scorecard, in one database file where Hotseat runs. A single
          behavioral story takes five minutes and is a good first one.
        </p>
        <SampleLine />
      </PageNote>
    )
  return (
    <>
      <div className={styles.head}>
        <Title order={1} size="h2">
          History
        </Title>
        <RouteLink to={{ page: 'import' }}>Import an interview</RouteLink>
      </div>
      <SearchSection>
        <Pages first={loaded.value} />
        <ReaskList />
        <ProgressSection />
        <CalendarSection />
        <SelfRatingHistory />
      </SearchSection>
    </>
  )
}

/** The first page, and those after it as they are asked for. */
function Pages({ first }: { first: readonly InterviewRow[] }) {
  const [rows, setRows] = useState(first)
  const [hasMore, setHasMore] = useState(first.length === pageSize)
  const [problem, setProblem] = useState<string | null>(null)
  const more = async () => {
    const outcome = await listInterviewPage({ limit: pageSize, before: rows.at(-1)?.id })
    setProblem(outcome.ok ? null : outcome.failure.message)
    if (!outcome.ok) return
    setRows([...rows, ...outcome.value])
    setHasMore(outcome.value.length === pageSize)
  }
  return (
    <>
      <InterviewList interviews={rows} />
      {hasMore && (
        <Button variant="default" mt="md" onClick={more}>
          Show older ones
        </Button>
      )}
      {problem !== null && <Text role="alert">{problem}</Text>}
    </>
  )
}
