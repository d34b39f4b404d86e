import { Title } from '@mantine/core'
import type { Approach } from '#src/domain/approach.ts'
import styles from './approach-steps.module.css'

/** One way to go about an answer: its steps, what each is for, and how much of the time it takes. */
export function ApproachSteps({ approach, order }: { approach: Approach; order: 2 | 3 }) {
  const { title, about, steps } = approach
  return (
    <section>
      <Title order={order} size="h5">
        {title}
      </Title>
      <p className={styles.about}>{about}</p>
      <ol className={styles.steps}>
        {steps.map(({ step, share, how }) => (
          <li key={step}>
            <strong className={styles.step}>{step}</strong>
            {share !== undefined && <span className={styles.share}>{share}</span>}
            <span className={styles.how}>{how}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
