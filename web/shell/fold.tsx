import type { ReactNode } from 'react'
import styles from './fold.module.css'

interface FoldProps {
  title: string
  /** What is worth knowing while it is folded. */
  aside?: string
  /** Open to begin with. */
  isOpen?: boolean
  /** Called when it is opened, before its content is seen. */
  onOpen?(): void
  children: ReactNode
}

/** Something that most people leave folded. */
export function Fold({ title, aside, isOpen = false, onOpen, children }: FoldProps) {
  return (
    <details className={styles.fold} open={isOpen} onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary className={styles.summary}>
        {title}
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </summary>
      {children}
    </details>
  )
}
