import { NativeSelect, Text, Title } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { Level, TrackId } from '#src/domain/track.ts'
import type { Progress } from '#src/protocol/history.ts'
import { readProgress } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { FailureNote } from '../shell/failure-note.tsx'
import { Fold } from '../shell/fold.tsx'
import { levelWords, trackWords } from '../words.ts'
import { dayWords } from './dates.ts'
import styles from './progress-section.module.css'
import { TrendChart } from './trend-chart.tsx'
import { apartWords, trendWords } from './trend-words.ts'

/** Trends, weak checks and what to practise, a track at a time. */
export function ProgressSection() {
  const [choice, setChoice] = useState<{ track?: TrackId; level?: Level }>({})
  const { loaded, reload } = useLoad(useCallback((signal) => readProgress(choice, signal), [choice]))
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  if (loaded.kind === 'loading') return null
  const progress = loaded.value
  return (
    <section className={styles.section} aria-labelledby="progress">
      <Title order={2} size="h3" id="progress">
        Ratings over time
      </Title>
      {progress === null ? (
        <Text className={styles.explained ?? ''}>
          Ratings show here once you have opened a scorecard. Three interviews on different questions make a trend; below that
          nothing is called progress.
        </Text>
      ) : (
        <>
          <div className={styles.choices}>
            <NativeSelect
              label="Track of the ratings"
              value={progress.track}
              data={progress.tracks.map(({ track, count }) => ({ value: track, label: `${trackWords[track]} (${count})` }))}
              onChange={(event) => setChoice({ track: event.currentTarget.value as TrackId })}
            />
            <NativeSelect
              label="Level of the ratings"
              value={progress.level}
              data={progress.levels.map((level) => ({ value: level, label: levelWords[level] }))}
              onChange={(event) => setChoice({ track: progress.track, level: event.currentTarget.value as Level })}
            />
          </div>
          <Trends progress={progress} />
          <WeakChecks progress={progress} />
        </>
      )}
    </section>
  )
}

function Trends({ progress }: { progress: Progress }) {
  const { sittings, criteria } = progress
  return (
    <>
      <ul className={styles.list}>
        {criteria.map(({ criterion, title, ratings, trend }) => (
          <li key={criterion} className={styles.trend}>
            <span>{title}</span>
            <TrendChart ratings={ratings} isApart={sittings.map(({ apart }) => apart !== null)} />
            <span className={styles.about}>{trendWords(trend)}</span>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed" className={styles.explained ?? ''}>
        Each level has a bar of its own and is shown alone. Open points do not count: imported interviews, questions asked or read
        about before, another scorer. Higher or lower is said only when the later half differs from the earlier one by more than
        either half differs within itself, and by two steps below six ratings.
      </Text>
      <Fold title="The same as a table">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard */}
        <section className={styles.scroll} aria-label="Ratings, scrolls sideways" tabIndex={0}>
          <table className={styles.table}>
            <caption>The oldest first</caption>
            <thead>
              <tr>
                <th scope="col">Interview</th>
                {criteria.map(({ criterion, title }) => (
                  <th key={criterion} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sittings.map(({ interview, title, createdAt, apart }, index) => (
                <tr key={interview}>
                  <th scope="row">
                    <RouteLink to={{ page: 'scorecard', interview }}>{title}</RouteLink>, {dayWords(createdAt)}
                    {apart !== null && ` (apart: ${apartWords[apart]})`}
                  </th>
                  {criteria.map(({ criterion, ratings }) => (
                    <td key={criterion}>{ratings[index] ?? 'unscored'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Fold>
    </>
  )
}

function WeakChecks({ progress: { track, weak, suggestions, checkedOver } }: { progress: Progress }) {
  return (
    <>
      <Title order={3} size="h4" mt="xl">
        Often missing
      </Title>
      <Text size="sm" c="dimmed" className={styles.explained ?? ''}>
        {weak.length === 0
          ? 'Nothing that any question asks for was missing twice.'
          : `What any question of the track asks for, over your last ${checkedOver === 1 ? 'interview' : `${checkedOver} interviews`}.`}
      </Text>
      <ul className={styles.list}>
        {weak.map(({ criterion, criterionTitle, check, means, unmet, times, no, notShown }) => (
          <li key={`${criterion}/${check}`} className={styles.weak}>
            <p>{means}</p>
            <p className={styles.about}>
              {criterionTitle}: not met {unmet.length} of {times} times ({no} not met when it came up, {notShown} did not come
              up).{' '}
              {unmet.slice(0, 3).map(({ interview, createdAt }, index) => (
                <span key={`${interview}/${String(index)}`}>
                  {index > 0 && ', '}
                  <RouteLink to={{ page: 'scorecard', interview }}>{dayWords(createdAt)}</RouteLink>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {suggestions.length > 0 && (
        <>
          <Title order={3} size="h4" mt="xl">
            What to practise
          </Title>
          <ul className={styles.list}>
            {suggestions.map((suggestion) => (
              <li key={suggestion.because.check} className={styles.weak}>
                <p>
                  {suggestion.kind === 'question' ? (
                    <>
                      <RouteLink to={{ page: 'library', question: { track, id: suggestion.question } }}>
                        {suggestion.title}
                      </RouteLink>
                      , which you have not tried
                    </>
                  ) : (
                    <RouteLink
                      to={{
                        page: 'redo',
                        interview: suggestion.interview,
                        criterion: suggestion.because.criterion,
                        check: suggestion.because.check,
                      }}
                    >
                      Answer one part of {suggestion.title} again
                    </RouteLink>
                  )}
                </p>
                <p className={styles.about}>
                  Because this was not met {suggestion.because.unmet} of {suggestion.because.times} times:{' '}
                  {suggestion.because.means}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
