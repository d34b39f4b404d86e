import { Button } from '@mantine/core'
import type { LiveInterview } from '../live/live-interview.ts'
import { navigate } from '../navigation/use-route.ts'
import styles from './room.module.css'
import type { RoomNotice } from './room-notice.ts'

/** What the room has to say, and the one thing to do about it. */
export function NoticeLine({ notice, interview, live }: { notice: RoomNotice; interview: string; live: LiveInterview }) {
  return (
    <div className={styles.notice} data-tone={notice.tone}>
      <span>{notice.text}</span>
      {notice.action === 'resume' && (
        <Button size="compact-sm" onClick={() => live.command('resume')}>
          Resume
        </Button>
      )}
      {notice.action === 'try-again' && (
        <Button size="compact-sm" onClick={() => live.command('resume')}>
          Try again
        </Button>
      )}
      {notice.action === 'continue-here' && (
        <Button size="compact-sm" onClick={() => live.continueHere()}>
          Continue here
        </Button>
      )}
      {notice.action === 'see-score' && (
        <Button size="compact-sm" onClick={() => navigate({ page: 'scoring', interview })}>
          See how it went
        </Button>
      )}
    </div>
  )
}
