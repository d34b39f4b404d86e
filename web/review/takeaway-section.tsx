import type { Review } from '#src/domain/review.ts'
import { FixList } from '../scorecard/fix-list.tsx'
import { QuoteLink } from '../scorecard/quote-link.tsx'
import { Section } from '../scorecard/section.tsx'
import styles from './takeaway-section.module.css'

interface TakeawaySectionProps {
  interviewId: string
  review: Review
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
}

const numbers = ['', 'One thing', 'Two things', 'Three things']

/** What to work on, what to keep, three moments, and openings that were not used. */
export function TakeawaySection({ interviewId, review: { fixes, keep, moments, missed }, titles }: TakeawaySectionProps) {
  return (
    <>
      {fixes.length > 0 && (
        <Section
          title={`${numbers[fixes.length]} to work on`}
          aside={<span className={styles.aside}>Ordered by what they would change most</span>}
        >
          <FixList interviewId={interviewId} fixes={fixes} titles={titles} />
        </Section>
      )}
      {keep !== null && (
        <Section title="One thing to keep">
          <p className={styles.line}>
            {keep.what.replace(/\.$/, '')}: <QuoteLink evidence={keep.evidence} />
          </p>
        </Section>
      )}
      {moments.length > 0 && (
        <Section
          title={moments.length === 1 ? 'A moment as the interviewer saw it' : 'Moments as the interviewer saw them'}
          aside={<span className={styles.aside}>Put into words from what was noted at the time</span>}
        >
          <ul className={styles.list}>
            {moments.map(({ turn, evidence, thought }) => (
              <li key={turn}>
                {evidence === null ? <a href={`#turn-${turn}`}>Turn {turn}</a> : <QuoteLink evidence={evidence} />}
                <p className={styles.thought}>{thought}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {missed.length > 0 && (
        <Section
          title="Openings you did not use"
          aside={<span className={styles.aside}>By words that come near; some were meant otherwise</span>}
        >
          <ul className={styles.list}>
            {missed.map(({ criterion, check, means, evidence }) => (
              <li key={`${criterion}.${check}`}>
                <QuoteLink evidence={evidence} />
                <p className={styles.thought}>
                  From here it was one step to this: {means}{' '}
                  <span className={styles.aside}>{titles.get(criterion) ?? criterion}</span>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
