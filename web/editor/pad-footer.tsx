import { maxPadLength } from '#src/domain/workspace.ts'
import styles from './pad.module.css'

interface PadFooterProps {
  id: string
  /** Of the text, UTF-16 units. */
  length: number
  isReadOnly: boolean
  isMirrored: boolean
  /** What is written can be run by keyboard. */
  isRun: boolean
}

const runKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd+Enter' : 'Ctrl+Enter'

/** Under an editor: how to leave it by keyboard, and what is the matter with its text. */
export function PadFooter({ id, length, isReadOnly, isMirrored, isRun }: PadFooterProps) {
  const over = length - maxPadLength
  return (
    <div className={styles.footer}>
      <p id={id} className={styles.keys}>
        {isRun && `${runKey} runs. `}Escape, then Tab leaves the editor.
      </p>
      {isReadOnly && <p className={styles.note}>The interview is over; this stays as it is.</p>}
      {isMirrored && !isReadOnly && <p className={styles.note}>Written in another tab.</p>}
      <p role="alert" className={styles.over}>
        {over > 0 &&
          `${over.toLocaleString('en')} characters too long: a pad takes ${maxPadLength.toLocaleString('en')}. Shorten it; as it is it cannot go with an answer.`}
      </p>
    </div>
  )
}
