import type { ReactNode } from 'react'
import styles from './guest-shell.module.css'

/** The frame of what a guest sees: no way about, since there is nowhere else to go. */
export function GuestShell({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={styles.header}>
        <span className={styles.name}>Hotseat</span>
        <span className={styles.what}>A shared interview</span>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  )
}
