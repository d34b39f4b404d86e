import { Button, Text, Title } from '@mantine/core'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { LiveView } from '../live/live-view.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { PhaseLine } from './phase-line.tsx'
import { clockFace } from './remaining-time.ts'
import styles from './room-header.module.css'

interface RoomHeaderProps {
  title: string
  about: string
  schedule: readonly ScheduledPhase[]
  view: LiveView
  /** Milliseconds; null before it is known. */
  remaining: number | null
  showsTime: boolean
  /** Shows or hides the time; null where it always shows. */
  onTime: (() => void) | null
  onPause(): void
  /** Whether a workspace stands beside the conversation; null where it has a tab of its own, or there is none. */
  workspace: { isOpen: boolean; onToggle(): void } | null
}

/** What is asked, where one is, how long is left. */
export function RoomHeader({ title, about, schedule, view, remaining, showsTime, onTime, onPause, workspace }: RoomHeaderProps) {
  const { standing } = view.room
  const isPaused = standing?.state === 'paused'
  return (
    <header className={styles.header} data-wide={workspace?.isOpen || undefined}>
      <div className={styles.inner}>
        <div className={styles.title}>
          <RouteLink to={{ page: 'practise' }} className={styles.leave}>
            Leave
          </RouteLink>
          <Title order={1} size="md" className={styles.question}>
            {title}{' '}
            <Text span inherit className={styles.about}>
              · {about}
            </Text>
          </Title>
        </div>
        <div className={styles.time}>
          {remaining !== null && standing?.state !== 'ended' && (
            <>
              {onTime !== null && (
                <Button variant="subtle" color="gray" size="compact-sm" aria-keyshortcuts="Alt+T" onClick={onTime}>
                  {showsTime ? 'Hide time' : 'Show time'}
                </Button>
              )}
              {showsTime && (
                <span role="timer" className={styles.clock} data-paused={isPaused || undefined}>
                  {clockFace(remaining)} {isPaused ? 'paused' : 'left'}
                </span>
              )}
              {!showsTime && isPaused && <span className={styles.clock}>paused</span>}
            </>
          )}
          {standing && standing.state !== 'ended' && (
            <Button
              variant="default"
              size="compact-sm"
              aria-keyshortcuts="Alt+P"
              onClick={onPause}
              disabled={view.pending.has('pause') || view.pending.has('resume')}
            >
              {isPaused ? 'Resume' : 'Pause'}
            </Button>
          )}
          {workspace !== null && (
            <Button
              variant="default"
              className={styles.workspace ?? ''}
              size="compact-sm"
              aria-keyshortcuts="Alt+W"
              aria-expanded={workspace.isOpen}
              onClick={workspace.onToggle}
            >
              Workspace
            </Button>
          )}
        </div>
        <div className={styles.phases}>
          <PhaseLine schedule={schedule} at={standing?.phase ?? 0} />
        </div>
      </div>
    </header>
  )
}
