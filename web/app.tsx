import { MantineProvider } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { DeletionProvider } from './files/deletion.tsx'
import { parseRoute, type Route } from './navigation/route.ts'
import { navigate, useRoute } from './navigation/use-route.ts'
import { NotFoundNote } from './shell/failure-note.tsx'
import { Loading } from './shell/loading.tsx'
import { PageBoundary } from './shell/page-boundary.tsx'
import { Shell } from './shell/shell.tsx'
import { StartPage } from './start/start-page.tsx'
import { styleNonce } from './style-nonce.ts'
import { resolveVariables, theme } from './theme.ts'

const RoomPage = lazy(() => import('./room/room-page.tsx'))
const ScoringPage = lazy(() => import('./scoring/scoring-page.tsx'))
const ScorecardPage = lazy(() => import('./scorecard/scorecard-page.tsx'))
const ReviewsPage = lazy(() => import('./sharing/reviews-page.tsx'))
const EntryPage = lazy(() => import('./entry/entry-page.tsx'))
const SharedPage = lazy(() => import('./sharing/shared-page.tsx'))
const ReviewPage = lazy(() => import('./review/review-page.tsx'))
const RedoPage = lazy(() => import('./redo/redo-page.tsx'))
const ComparePage = lazy(() => import('./compare/compare-page.tsx'))
const LibraryPage = lazy(() => import('./library/library-page.tsx'))
const ImportPage = lazy(() => import('./importing/import-page.tsx'))
const CorrectPage = lazy(() => import('./importing/correct-page.tsx'))
const HistoryPage = lazy(() => import('./history/history-page.tsx'))
const SamplePage = lazy(() => import('./sample/sample-page.tsx'))
const SettingsPage = lazy(() => import('./settings/settings-page.tsx'))

export function App() {
  const route = useRoute()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <DeletionProvider onDeleted={leaveDeleted}>
        {(changes) => (
          <PageBoundary key={`${JSON.stringify(route)} ${changes}`}>
            {route.page === 'room' ? (
              <Suspense fallback={<Loading what="the room" />}>
                <RoomPage interviewId={route.interview} />
              </Suspense>
            ) : route.page === 'shared' ? (
              <Suspense fallback={<Loading what="the interview" />}>
                <SharedPage share={route.share} />
              </Suspense>
            ) : route.page === 'entry' ? (
              <Suspense fallback={<Loading what="the way in" />}>
                <EntryPage />
              </Suspense>
            ) : (
              <Shell at={route.page}>
                <Suspense fallback={<Loading what="the page" />}>
                  <Page route={route} />
                </Suspense>
              </Shell>
            )}
          </PageBoundary>
        )}
      </DeletionProvider>
    </MantineProvider>
  )
}

/** A page of an interview that is gone leads to those that are left; any other is drawn anew where it is. */
function leaveDeleted(): void {
  const { page } = parseRoute(window.location.pathname)
  if (page === 'scorecard' || page === 'review') navigate({ page: 'history' })
}

function Page({ route }: { route: Exclude<Route, { page: 'room' | 'shared' | 'entry' }> }) {
  switch (route.page) {
    case 'practise':
      return <StartPage />
    case 'scoring':
      return <ScoringPage interviewId={route.interview} />
    case 'scorecard':
      return <ScorecardPage interviewId={route.interview} />
    case 'reviews':
      return <ReviewsPage interviewId={route.interview} />
    case 'review':
      return <ReviewPage interviewId={route.interview} />
    case 'redo':
      return <RedoPage interviewId={route.interview} criterion={route.criterion} check={route.check} />
    case 'compare':
      return <ComparePage first={route.first} second={route.second} />
    case 'correct':
      return <CorrectPage interviewId={route.interview} />
    case 'import':
      return <ImportPage />
    case 'library':
      return <LibraryPage />
    case 'history':
      return <HistoryPage />
    case 'settings':
      return <SettingsPage />
    case 'sample':
      return <SamplePage part="scorecard" />
    case 'sample-review':
      return <SamplePage part="review" />
    case 'not-found':
      return <NotFoundNote />
    default:
      return route satisfies never
  }
}
