import { Button } from '@mantine/core'
import { useState } from 'react'
import type { InterviewRow } from '#src/protocol/rest.ts'
import { RouteButton } from '../navigation/route-button.tsx'
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
    <section aria-labelledby="unfinished-title" className={styles.unfinished}>
      <h2 id="unfinished-title" className={styles.heading}>
        {running.length === 1 ? 'One interview is unfinished' : `${running.length} interviews are unfinished`}
      </h2>
      <ul>
        {shown.map(({ id, title, level, minutes, elapsedMs }) => (
          <li key={id}>
            <div>
              <span className={styles.title}>{title}</span>
              <p className={styles.about}>
                {levelWords[level]}, {minutesLeft({ minutes, elapsedMs })} of {minutes} min left
              </p>
            </div>
            <RouteButton to={{ page: 'room', interview: id }} variant="default" aria-label={`Continue ${title}`}>
              Continue
            </RouteButton>
          </li>
        ))}
      </ul>
      {running.length > shown.length && (
        <Button variant="subtle" color="gray" size="sm" ml="-1.125rem" onClick={() => setShowsAll(true)}>
          Show {running.length - shown.length} more
        </Button>
      )}
    </section>
  )
}

const minutesLeft = ({ minutes, elapsedMs }: { minutes: number; elapsedMs: number }): number =>
  Math.max(0, Math.ceil(minutes - elapsedMs / 60_000))
