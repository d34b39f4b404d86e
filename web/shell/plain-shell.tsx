import type { ReactNode } from 'react'
import styles from './plain-shell.module.css'

/** The frame of a page without ways about, since there is nowhere else to go from it. */
export function PlainShell({ what, children }: { what: string; children: ReactNode }) {
  return (
    <>
      <header className={styles.header}>
        <span className={styles.name}>Hotseat</span>
        <span className={styles.what}>{what}</span>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  )
}
