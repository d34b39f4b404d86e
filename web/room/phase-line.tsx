import { VisuallyHidden } from '@mantine/core'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import styles from './phase-line.module.css'

/** Where the interview is: every phase in order, the present one marked. Narrow screens name only the present one. */
export function PhaseLine({ schedule, at }: { schedule: readonly ScheduledPhase[]; at: number }) {
  return (
    <ol className={styles.line} aria-label="Phases">
      {schedule.map((phase, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a schedule never changes, and its phases may repeat
          key={index}
          className={styles.phase}
          data-past={index < at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {phase.title}
          {index === at && (
            <span className={styles.count}>
              {' '}
              · {index + 1} of {schedule.length}
            </span>
          )}
          {index < at && <VisuallyHidden>, done</VisuallyHidden>}
        </li>
      ))}
    </ol>
  )
}
