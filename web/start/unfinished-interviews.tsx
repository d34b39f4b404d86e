import { Button } from '@mantine/core'
import { useState } from 'react'
import type { InterviewRow } from '#src/protocol/rest.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { navigate } from '../navigation/use-route.ts'
import { levelWords } from '../words.ts'
import styles from './unfinished-interviews.module.css'

const shownAtOnce = 2

/** Interviews that can be taken up where they were left; the newest first. */
export function UnfinishedInterviews({ interviews }: { interviews: readonly InterviewRow[] }) {
  const [showsAll, setShowsAll] = useState(false)
  const running = interviews.filter(({ status }) => status === 'running')
  if (running.length === 0) return null
  const shown = showsAll ? running : running.slice(0, shownAtOnce)
  return (
    <section aria-label="Unfinished" className={styles.unfinished}>
      <ul>
        {shown.map(({ id, title, level, minutes, elapsedMs }, index) => (
          <li key={id}>
            <span>
              Unfinished: <RouteLink to={{ page: 'room', interview: id }}>{title}</RouteLink>
              <span className={styles.about}>
                {' '}
                · {levelWords[level].toLowerCase()} · {minutesLeft({ minutes, elapsedMs })} min left
              </span>
            </span>
            <Button
              variant={index === 0 ? 'light' : 'subtle'}
              size="compact-md"
              aria-label={`Continue ${title}`}
              onClick={() => navigate({ page: 'room', interview: id })}
            >
              Continue
            </Button>
          </li>
        ))}
      </ul>
      {running.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(true)}>
          {running.length - shown.length} more unfinished
        </Button>
      )}
    </section>
  )
}

const minutesLeft = ({ minutes, elapsedMs }: { minutes: number; elapsedMs: number }): number =>
  Math.max(0, Math.ceil(minutes - elapsedMs / 60_000))
