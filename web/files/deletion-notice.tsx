import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import styles from './deletion-notice.module.css'

/** What is said of the last deletion. */
export type NoticeState =
  | { kind: 'undoable'; what: string; deletion: string }
  | { kind: 'gone'; what: string }
  | { kind: 'back'; what: string }
  | { kind: 'failed'; problem: string }

interface DeletionNoticeProps {
  notice: NoticeState | null
  onUndo(notice: Extract<NoticeState, { kind: 'undoable' }>): void
}

/** At the foot of the page, whichever it is: what was deleted, and the way back while there is one. The keyboard goes to it. */
export function DeletionNotice({ notice, onUndo }: DeletionNoticeProps) {
  const button = useRef<HTMLButtonElement>(null)
  const hadFocus = useRef(false)
  const isUndoable = notice?.kind === 'undoable'
  useEffect(() => {
    if (isUndoable) {
      // What was pressed is gone with its page, whose beginning is given the focus one frame later.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          button.current?.focus()
          hadFocus.current = true
        }),
      )
    } else if (hadFocus.current) {
      hadFocus.current = false
      if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
    }
  }, [isUndoable])
  return (
    <div className={styles.place} role="status">
      {notice !== null && (
        <div className={styles.notice}>
          <span>{wordsOf(notice)}</span>
          {notice.kind === 'undoable' && (
            <Button ref={button} variant="default" size="compact-md" onClick={() => onUndo(notice)}>
              Undo
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function wordsOf(notice: NoticeState): string {
  switch (notice.kind) {
    case 'undoable':
      return `${notice.what} deleted. For ten seconds it can be put back.`
    case 'gone':
      return `${notice.what} deleted for good. Backups and exported files that you made still hold it.`
    case 'back':
      return `${notice.what}: put back as it was.`
    case 'failed':
      return notice.problem
    default:
      return notice satisfies never
  }
}
