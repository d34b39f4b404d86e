import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './section.module.css'

/** One part of the scorecard under its heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <Title order={2} size="h3">
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  )
}
