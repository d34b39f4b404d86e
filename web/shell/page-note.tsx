import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './page-note.module.css'

/** A page that says one thing: what happened, what is safe, what to do. */
export function PageNote({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <section className={styles.note}>
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text component="div" className={styles.body}>
        {children}
      </Text>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
