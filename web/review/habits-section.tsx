import type { HabitReport } from '#src/domain/review.ts'
import { QuoteLink } from '../scorecard/quote-link.tsx'
import { Section } from '../scorecard/section.tsx'
import { Fold } from '../shell/fold.tsx'
import styles from './habits-section.module.css'

/** Habits that cost points, whatever the question: counted, and never rated. */
export function HabitsSection({ habits: { found, clear, notLooked } }: { habits: HabitReport }) {
  return (
    <Section title="Habits" aside={<span className={styles.aside}>Counted by rules, not rated</span>}>
      {found.length === 0 && (
        <p className={styles.none}>
          {clear.length === 0 ? 'None were looked for.' : 'None of the habits that were looked for was found.'}
        </p>
      )}
      <ul className={styles.habits}>
        {found.map(({ rule, title, evidence, what, why, instead }) => (
          <li key={`${rule}.${evidence.turn}.${evidence.start}`}>
            <h3>{title}</h3>
            <p>{what}</p>
            <p>
              <QuoteLink evidence={evidence} />
            </p>
            <p className={styles.why}>{why}</p>
            <p>
              <strong>Instead:</strong> {instead}
            </p>
          </li>
        ))}
      </ul>
      <div className={styles.looked}>
        <Fold title="What was looked for">
          {clear.length > 0 && <p>Not found: {listed(clear)}.</p>}
          {notLooked.map(({ titles, reason }) => (
            <p key={reason}>
              Not looked for: {listed(titles)}. {reason}
            </p>
          ))}
        </Fold>
      </div>
    </Section>
  )
}

const listed = (titles: readonly string[]): string =>
  titles.map((title, at) => (at === 0 ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`)).join('; ')
