import type { Approach } from '#src/domain/approach.ts'
import { Fold } from '../shell/fold.tsx'
import styles from './approach-list.module.css'

interface ApproachListProps {
  approaches: readonly Approach[]
  isFirstOpen?: boolean
}

/** Ways to go about an answer, each folded: its steps, what each is for, and how much of the time it takes. */
export function ApproachList({ approaches, isFirstOpen = false }: ApproachListProps) {
  return (
    <div className={styles.approaches}>
      {approaches.map(({ id, title, about, steps }, index) => (
        <Fold key={id} title={title} isOpen={isFirstOpen && index === 0}>
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
        </Fold>
      ))}
    </div>
  )
}
