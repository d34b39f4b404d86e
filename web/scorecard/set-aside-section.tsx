import { guardReasons, type SetAside } from '#src/domain/score.ts'
import { Section } from './section.tsx'
import styles from './set-aside-section.module.css'

/** What was no evidence, and why: nobody should have to guess what became of their words. */
export function SetAsideSection({ setAside }: { setAside: readonly SetAside[] }) {
  if (setAside.length === 0) return null
  return (
    <Section title="Set aside">
      <p className={styles.note}>
        These passages counted neither for nor against any criterion, unless they were more than a quarter of the answer.
      </p>
      <ul className={styles.passages}>
        {setAside.map(({ guard, turn, artifact, start, quote }) => (
          <li key={`${turn}.${artifact ?? ''}.${start}`}>
            {/* Isolated: what was set aside may hold characters that turn the direction of what follows. */}
            <bdi>“{quote.trim()}”</bdi>, turn {turn}: {guardReasons[guard]}.
          </li>
        ))}
      </ul>
    </Section>
  )
}
