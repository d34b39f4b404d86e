import '../lazy-styles.css'
import { Button, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { Approach } from '#src/domain/approach.ts'
import { trackIds } from '#src/domain/track.ts'
import type { Library } from '#src/protocol/rest.ts'
import { listApproaches, readLibrary } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { ApproachList } from '../approaches/approach-list.tsx'
import { useNamedPlace } from '../navigation/use-named-place.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Fold } from '../shell/fold.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { trackWords } from '../words.ts'
import { LibraryFilters } from './library-filters.tsx'
import styles from './library-page.module.css'
import { LibraryQuestionRow } from './library-question.tsx'
import { everything, selectQuestions } from './select-questions.ts'

/** Every question there is, to browse and to begin with, and the ways to go about an answer. */
export default function LibraryPage() {
  usePageTitle('Library')
  const load = useCallback(async (signal: AbortSignal) => {
    const [library, approaches] = await Promise.all([readLibrary(signal), listApproaches(signal)])
    if (!library.ok) return library
    if (!approaches.ok) return approaches
    return { ok: true as const, value: { library: library.value, approaches: approaches.value } }
  }, [])
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'loading') return <Loading what="the library" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const { library, approaches } = loaded.value
  return <LibraryView library={library} approaches={approaches} />
}

function LibraryView({ library, approaches }: { library: Library; approaches: readonly Approach[] }) {
  const [selection, setSelection] = useState(everything)
  useNamedPlace()
  const topicTitles = new Map(library.topics.map(({ id, title }) => [id, title]))
  const found = selectQuestions(library.questions, selection, topicTitles)
  const tried = library.questions.filter((question) => question.tried !== null).length
  return (
    <>
      <Title order={1} size="h2">
        Library
      </Title>
      <p className={styles.about}>
        {library.questions.length} questions, {tried === 0 ? 'none of them tried yet' : `${tried} of them tried`}. What an
        interviewer listens for stays closed until you have tried a question, or open it for study.
      </p>
      <Fold title="Ways to go about an answer">
        <ApproachList
          approaches={approaches.filter(({ tracks }) => selection.track === null || tracks.includes(selection.track))}
        />
      </Fold>
      <LibraryFilters library={library} selection={selection} onChange={(part) => setSelection({ ...selection, ...part })} />
      <p className={styles.count} role="status">
        {found.length === 0 ? 'No question fits all of that.' : found.length === 1 ? 'One question' : `${found.length} questions`}
        {selection !== everything && found.length < library.questions.length && (
          <Button variant="subtle" size="compact-sm" onClick={() => setSelection(everything)}>
            Show all
          </Button>
        )}
      </p>
      {trackIds.map((track) => {
        const ofTrack = found.filter((question) => question.track === track)
        if (ofTrack.length === 0) return null
        return (
          <section key={track} aria-labelledby={`track-${track}`} className={styles.track}>
            <Title order={2} size="h4" id={`track-${track}`}>
              {trackWords[track]} <span className={styles.number}>{ofTrack.length}</span>
            </Title>
            <ul className={styles.questions}>
              {ofTrack.map((question) => (
                <LibraryQuestionRow key={`${track}/${question.id}`} question={question} topicTitles={topicTitles} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
