import { Button } from '@mantine/core'
import type { Attachment, AttachmentKind } from '../live/attachments.ts'
import type { LiveInterview } from '../live/live-interview.ts'
import styles from './answer-parts.module.css'

const words: Record<AttachmentKind, string> = {
  board: 'Board',
  code: 'Code',
  'case-results': 'Cases',
  sql: 'SQL',
  'sql-result': 'Result',
}

interface AnswerPartsProps {
  live: LiveInterview
  attachments: readonly Attachment[]
  /** An answer is on its way: what goes with it stands. */
  isFixed: boolean
}

/** What of the workspace goes with the answer; each part can be left out or added. */
export function AnswerParts({ live, attachments, isFixed }: AnswerPartsProps) {
  if (attachments.length === 0) return null
  return (
    <fieldset className={styles.parts}>
      <legend className={styles.legend}>With this answer</legend>
      {attachments.map(({ kind, isAttached }) => (
        <Button
          key={kind}
          size="compact-xs"
          variant="default"
          className={styles.part ?? ''}
          aria-pressed={isAttached}
          title={isAttached ? 'Goes with the answer; press to leave it out' : 'Stays here; press to send it along'}
          disabled={isFixed}
          onClick={() => live.attachments.choose(kind, !isAttached)}
        >
          <span className={styles.sign} aria-hidden data-attached={isAttached || undefined} />
          {words[kind]}
        </Button>
      ))}
    </fieldset>
  )
}
