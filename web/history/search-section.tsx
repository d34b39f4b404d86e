import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { levels, trackIds } from '#src/domain/track.ts'
import type { SearchQuery, SearchResult } from '#src/protocol/history.ts'
import { searchInterviews } from '../api/history.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { Fold } from '../shell/fold.tsx'
import { levelWords, trackWords } from '../words.ts'
import { dayStart, dayWords } from './dates.ts'
import styles from './search-section.module.css'

const whileTypingMs = 150
const anything = { track: '', level: '', speaker: '', order: 'newest', from: '', to: '' }

/** Searches what was said; `children` stand in for results while nothing is looked for. */
export function SearchSection({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState(anything)
  const [found, setFound] = useState<SearchResult | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isSearching = words.trim() !== ''

  useEffect(() => {
    if (words.trim() === '') return setFound(null)
    const abort = new AbortController()
    const timer = setTimeout(() => {
      searchInterviews(queryOf(words, filter), abort.signal)
        .then((outcome) => {
          setProblem(outcome.ok ? null : outcome.failure.message)
          if (outcome.ok) setFound(outcome.value)
        })
        .catch((cause: unknown) => {
          if (!abort.signal.aborted) throw cause
        })
    }, whileTypingMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words, filter])

  const more = async () => {
    if (found?.next == null) return
    const outcome = await searchInterviews({ ...queryOf(words, filter), cursor: found.next })
    if (outcome.ok) setFound({ ...outcome.value, titles: found.titles, turns: [...found.turns, ...outcome.value.turns] })
    else setProblem(outcome.failure.message)
  }
  const choose = (key: keyof typeof anything) => (event: { currentTarget: { value: string } }) =>
    setFilter({ ...filter, [key]: event.currentTarget.value })
  const any = { value: '', label: 'Any' }
  return (
    <>
      <search className={styles.search}>
        <TextInput
          type="search"
          label="Search what was said"
          placeholder="idempotent, “write path” …"
          maxLength={400}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Fold title="Narrow down">
          <div className={styles.filters}>
            <NativeSelect
              label="Track"
              value={filter.track}
              onChange={choose('track')}
              data={[any, ...trackIds.map((id) => ({ value: id, label: trackWords[id] }))]}
            />
            <NativeSelect
              label="Level"
              value={filter.level}
              onChange={choose('level')}
              data={[any, ...levels.map((id) => ({ value: id, label: levelWords[id] }))]}
            />
            <NativeSelect
              label="Said by"
              value={filter.speaker}
              onChange={choose('speaker')}
              data={[any, { value: 'candidate', label: 'Me' }, { value: 'interviewer', label: 'The interviewer' }]}
            />
            <NativeSelect
              label="Order"
              value={filter.order}
              onChange={choose('order')}
              data={[
                { value: 'newest', label: 'Newest first' },
                { value: 'best', label: 'Best match first' },
              ]}
            />
            <TextInput type="date" label="From" value={filter.from} onChange={choose('from')} />
            <TextInput type="date" label="To" value={filter.to} onChange={choose('to')} />
          </div>
        </Fold>
      </search>
      {problem !== null && (
        <Text role="alert" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
      {isSearching ? found !== null && <Results found={found} onMore={more} /> : children}
    </>
  )
}

function queryOf(words: string, filter: typeof anything): SearchQuery {
  const { from, to, ...chosen } = filter
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''))
  return { words, ...said, from: dayStart(from), to: dayStart(to, 1) } as SearchQuery
}

function Results({ found, onMore }: { found: SearchResult; onMore(): void }) {
  const { titles, turns, next } = found
  if (titles.length + turns.length === 0)
    return (
      <p role="status" className={styles.none}>
        Nothing found. All words have to stand in one turn; the last may be its beginning. Put “quotes” around words that follow
        one another.
      </p>
    )
  return (
    <section aria-label="Search results">
      <p role="status" className={styles.none}>
        {turns.length === 1 ? 'One turn' : `${turns.length}${next === null ? '' : ' and more'} turns`}
        {titles.length > 0 && `, and ${titles.length === 1 ? 'one interview' : `${titles.length} interviews`} by title`}
      </p>
      <ul className={styles.results}>
        {titles.map(({ interview, title, createdAt, track }) => (
          <li key={interview}>
            <RouteLink to={{ page: 'scorecard', interview }}>{title}</RouteLink>
            <p className={styles.about}>
              {trackWords[track]}, {dayWords(createdAt)}
            </p>
          </li>
        ))}
        {turns.map((turn) => (
          <li key={`${turn.interview}/${turn.turn}`}>
            <RouteLink to={{ page: 'scorecard', interview: turn.interview, turn: turn.turn }}>{turn.title}</RouteLink>
            <p className={styles.about}>
              {turn.speaker === 'candidate' ? 'You' : 'Interviewer'}, turn {turn.turn}, {dayWords(turn.createdAt)}
            </p>
            <p className={styles.snippet}>
              <Marked {...turn} />
            </p>
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button variant="default" onClick={onMore}>
          Show more
        </Button>
      )}
    </section>
  )
}

function Marked({ snippet, marks }: { snippet: string; marks: readonly { start: number; end: number }[] }) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {snippet.slice(marks[index - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{snippet.slice(start, end)}</mark>
        </span>
      ))}
      {snippet.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
