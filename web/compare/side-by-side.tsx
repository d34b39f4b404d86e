import type { ReactNode } from 'react'
import styles from './side-by-side.module.css'

interface SideBySideProps {
  /** What each is called, as "Second". */
  names: readonly [string, string]
  first: ReactNode
  second: ReactNode
}

/** Two things beside one another; where there is no room for that, one below the other. */
export function SideBySide({ names, first, second }: SideBySideProps) {
  return (
    <div className={styles.both}>
      {[first, second].map((side, at) => (
        <section key={names[at]}>
          <h3 className={styles.name}>{names[at]}</h3>
          {side}
        </section>
      ))}
    </div>
  )
}
