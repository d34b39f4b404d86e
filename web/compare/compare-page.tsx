import '../lazy-styles.css'
import { Text, Title } from '@mantine/core'
import { useCallback } from 'react'
import type { Attempt, Comparison } from '#src/protocol/history.ts'
import { readComparison } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { dayWords } from '../history/dates.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { RatingBar } from '../scorecard/rating-bar.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { levelWords, trackWords } from '../words.ts'
import { attemptPlace, secondName } from './attempt-place.ts'
import { CheckChanges } from './check-changes.tsx'
import { compareAttempts, unlikeness } from './compare-attempts.ts'
import styles from './compare-page.module.css'
import { ComparedTurns } from './compared-turns.tsx'

/** Two attempts at a question, side by side. */
export default function ComparePage({ first, second }: { first: string; second: string }) {
  usePageTitle('Compare')
  const { loaded, reload } = useLoad(useCallback((signal) => readComparison({ first, second }, signal), [first, second]))
  if (loaded.kind === 'loading') return <Loading what="both attempts" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  return <ComparisonView ids={{ first, second }} comparison={loaded.value} />
}

function ComparisonView({ ids, comparison }: { ids: { first: string; second: string }; comparison: Comparison }) {
  const { title, track, criteria, first, second } = comparison
  const compared = compareAttempts(criteria, first, second)
  const attempts = { first, second }
  return (
    <>
      <Text c="dimmed">Two attempts, {trackWords[track].toLowerCase()}</Text>
      <Title order={1} size="h2">
        {title}
      </Title>
      {unlikeness(first, second).map((sentence) => (
        <p key={sentence} className={styles.unlike}>
          {sentence}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reached by keyboard */}
      <section className={styles.scroll} aria-label="Ratings and figures, scrolls sideways" tabIndex={0}>
        <table className={styles.table}>
          <caption>Ratings and figures</caption>
          <thead>
            <tr>
              <td />
              <Head attempt={first} name="First" />
              <Head attempt={second} name={secondName(second)} />
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ criterion, title: name, first: before, second: after }) => (
              <tr key={criterion}>
                <th scope="row">{name}</th>
                <td>
                  <RatingBar rating={before} />
                </td>
                <td>
                  <RatingBar rating={after} />
                </td>
                <td>{before === null || after === null ? '–' : signed(after - before)}</td>
              </tr>
            ))}
            <Figure name="Minutes" first={minutesOf(first)} second={minutesOf(second)} />
            <Figure name="Your words" first={first.figures.words} second={second.figures.words} />
            <Figure name="Hints" first={first.figures.hints} second={second.figures.hints} />
          </tbody>
        </table>
      </section>
      <CheckChanges title="Gained" none="Nothing that the first did not show." {...{ compared, attempts }} of="gained" />
      <CheckChanges title="Lost" none="Nothing that the first showed is missing." {...{ compared, attempts }} of="lost" />
      <ComparedTurns ids={ids} comparison={comparison} />
    </>
  )
}

function Head({ attempt, name }: { attempt: Attempt; name: string }) {
  return (
    <th scope="col">
      <RouteLink to={attemptPlace(attempt)}>{name}</RouteLink>
      <span className={styles.about}>
        {dayWords(attempt.createdAt)}, {levelWords[attempt.level].toLowerCase()}
      </span>
    </th>
  )
}

function Figure({ name, first, second }: { name: string; first: number | null; second: number | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{first ?? 'not known'}</td>
      <td>{second ?? 'not known'}</td>
      <td>{first === null || second === null ? '–' : signed(second - first)}</td>
    </tr>
  )
}

const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : 'same')
const minutesOf = ({ figures: { elapsedMs } }: Attempt): number | null =>
  elapsedMs === null ? null : Math.round(elapsedMs / 60_000)
