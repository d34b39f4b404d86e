import '../lazy-styles.css'
import { Text, Title } from '@mantine/core'
import { useCallback } from 'react'
import type { CheckResult } from '#src/domain/score.ts'
import type { Attempt, Comparison } from '#src/protocol/history.ts'
import { readComparison } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { dayWords } from '../history/dates.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { RatingBar } from '../scorecard/rating-bar.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { levelWords, trackWords, verdictWords } from '../words.ts'
import { type ComparedCriterion, compareAttempts, unlikeness } from './compare-attempts.ts'
import styles from './compare-page.module.css'

/** Two attempts at a question, side by side. */
export default function ComparePage({ first, second }: { first: string; second: string }) {
  usePageTitle('Compare')
  const { loaded, reload } = useLoad(useCallback((signal) => readComparison({ first, second }, signal), [first, second]))
  if (loaded.kind === 'loading') return <Loading what="both attempts" />
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  return <ComparisonView comparison={loaded.value} />
}

function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { title, track, criteria, first, second } = comparison
  const compared = compareAttempts(criteria, first, second)
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
      <table className={styles.table}>
        <caption>Ratings and figures</caption>
        <thead>
          <tr>
            <td />
            <Head attempt={first} name="First" />
            <Head attempt={second} name={second.kind === 'redo' ? 'Answered again' : 'Second'} />
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
      <Changes title="Gained" none="Nothing that the first did not show." compared={compared} of="gained" />
      <Changes title="Lost" none="Nothing that the first showed is missing." compared={compared} of="lost" />
    </>
  )
}

function Head({ attempt, name }: { attempt: Attempt; name: string }) {
  return (
    <th scope="col">
      <RouteLink to={{ page: 'scorecard', interview: attempt.interview }}>{name}</RouteLink>
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

interface ChangesProps {
  title: string
  none: string
  compared: readonly ComparedCriterion[]
  of: 'gained' | 'lost'
}

function Changes({ title, none, compared, of }: ChangesProps) {
  const changes = compared.flatMap((one) => one[of].map((check) => ({ check, criterion: one.title })))
  return (
    <section className={styles.changes}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {changes.length === 0 && <p>{none}</p>}
      <ul>
        {changes.map(({ check, criterion }) => (
          <Change key={`${criterion}/${check.check}`} check={check} criterion={criterion} />
        ))}
      </ul>
    </section>
  )
}

function Change({ check: { means, verdict, evidence }, criterion }: { check: CheckResult; criterion: string }) {
  return (
    <li>
      {means}
      <span className={styles.about}>
        {criterion}; in the second: {verdictWords[verdict].toLowerCase()}
      </span>
      {evidence[0] !== undefined && <span className={styles.about}>“{evidence[0].quote.trim()}”</span>}
    </li>
  )
}

const signed = (change: number): string => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : 'same')
const minutesOf = ({ figures: { elapsedMs } }: Attempt): number | null =>
  elapsedMs === null ? null : Math.round(elapsedMs / 60_000)
