import type { DeliveryReport } from '#src/domain/delivery.ts'
import { BarTable } from '../scorecard/bar-table.tsx'
import styles from './course-charts.module.css'

interface CourseChartsProps {
  delivery: DeliveryReport
  /** By rung from 0 to 5; null where the moves are not known. */
  hints: readonly number[] | null
}

const rungs = [
  'Invited to think aloud',
  'Asked what is weighed',
  'Named what kind of thing is missing',
  'A constraint that shows the gap',
  'A choice between two',
  'Told the point',
]

/** Whose the words were, and the hints given, each a bar in a table. */
export function CourseCharts({ delivery: { words, bands }, hints }: CourseChartsProps) {
  const total = words.candidate + words.interviewer
  const share = (count: number) => Math.round((100 * count) / Math.max(1, total))
  const isEnough = words.candidate >= bands.interviewerShare.fromWords
  const { atMost } = bands.interviewerShare
  const given = hints?.reduce((sum, count) => sum + count, 0) ?? 0
  const most = Math.max(1, ...(hints ?? []))
  return (
    <div className={styles.charts}>
      {total > 0 && (
        <BarTable
          caption={`Whose the words were${isEnough ? `: the field is what is commonly the interviewer’s, ${atMost}% at most` : ''}.`}
          head={['Speaker', 'Words', 'Share']}
          rows={[
            {
              key: 'you',
              label: 'You',
              bar: share(words.candidate),
              value: count(words.candidate),
              beside: `${share(words.candidate)}%`,
            },
            {
              key: 'interviewer',
              label: 'Interviewer',
              bar: share(words.interviewer),
              ...(isEnough ? { field: { from: 0, to: atMost } } : {}),
              value: count(words.interviewer),
              beside: `${share(words.interviewer)}%`,
            },
          ]}
        />
      )}
      {hints !== null &&
        (given === 0 ? (
          <p className={styles.note}>No hints were given.</p>
        ) : (
          <BarTable
            caption="Hints given, by how much they give away. From the third row on, what they pointed at counts in part."
            head={['Hint', 'Given']}
            rows={rungs.map((rung, at) => ({
              key: rung,
              label: rung,
              bar: (100 * (hints[at] ?? 0)) / most,
              value: count(hints[at] ?? 0),
            }))}
          />
        ))}
    </div>
  )
}

const count = (figure: number): string => figure.toLocaleString('en')
