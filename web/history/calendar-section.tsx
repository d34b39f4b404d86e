import { Button, Title, VisuallyHidden } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { InterviewRow } from '#src/protocol/rest.ts'
import { listInterviewPage } from '../api/history.ts'
import { useLoad } from '../api/use-load.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import { Fold } from '../shell/fold.tsx'
import { trackWords } from '../words.ts'
import styles from './calendar-section.module.css'
import { dayWords, monthWeeks } from './dates.ts'

const most = 500
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What was done on the days of a month, in the browser's time zone. */
export function CalendarSection() {
  const [month, setMonth] = useState(() => new Date(new Date().getFullYear(), new Date().getMonth(), 1))
  const from = month.getTime()
  const to = new Date(month.getFullYear(), month.getMonth() + 1, 1).getTime()
  const load = useCallback((signal: AbortSignal) => listInterviewPage({ from, to, limit: most }, signal), [from, to])
  const { loaded, reload } = useLoad(load)
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  const rows = loaded.kind === 'ready' ? loaded.value : []
  const turn = (by: number) => setMonth(new Date(month.getFullYear(), month.getMonth() + by, 1))
  return (
    <section className={styles.calendar} aria-labelledby="calendar">
      <div className={styles.head}>
        <Title order={2} size="h3" id="calendar" aria-live="polite">
          {monthName.format(month)}
        </Title>
        <Button variant="default" size="compact-sm" onClick={() => turn(-1)}>
          Month before
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => turn(1)} disabled={to > Date.now()}>
          Month after
        </Button>
      </div>
      <Month month={month} rows={rows} />
      <Fold title="The same as a list">
        <ul>
          {[...rows].reverse().map(({ id, createdAt, title, track }) => (
            <li key={id}>
              {dayWords(createdAt)}: {title}, {trackWords[track]}
            </li>
          ))}
        </ul>
        {rows.length === 0 && <p>Nothing in this month.</p>}
      </Fold>
    </section>
  )
}

function Month({ month, rows }: { month: Date; rows: readonly InterviewRow[] }) {
  return (
    <table className={styles.month}>
      <VisuallyHidden component="caption">Interviews begun, day by day</VisuallyHidden>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" abbr={day}>
              {day.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month.getFullYear(), month.getMonth()).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, weekday) => {
              const count = rows.filter((row) => day !== null && row.createdAt >= day.start && row.createdAt < day.end).length
              return (
                <td key={weekdays[weekday]} data-done={count > 0 || undefined}>
                  {day?.date}
                  {count > 0 && (
                    <span className={styles.count}>
                      {count}
                      <span className={styles.unit}>{count === 1 ? ' interview' : ' interviews'}</span>
                    </span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
