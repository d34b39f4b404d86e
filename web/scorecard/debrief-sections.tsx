import type { Debrief } from '#src/domain/score.ts'
import { levels } from '#src/domain/track.ts'
import styles from './debrief-sections.module.css'
import { FixList } from './fix-list.tsx'
import { QuoteLink } from './quote-link.tsx'
import { Section } from './section.tsx'

interface DebriefSectionsProps {
  interviewId: string
  debrief: Debrief
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
}

/** What to do next, what carried, and what the next level would have needed. */
export function DebriefSections({ interviewId, debrief, titles }: DebriefSectionsProps) {
  const { fixes, carried, nextLevel, meets } = debrief
  const isMet = meets !== null && nextLevel !== null && levels.indexOf(meets) >= levels.indexOf(nextLevel.level)
  return (
    <>
      {fixes.length > 0 && (
        <Section
          title={fixes.length === 1 ? 'One thing to work on' : `${['', '', 'Two', 'Three'][fixes.length]} things to work on`}
        >
          <FixList interviewId={interviewId} fixes={fixes} titles={titles} />
        </Section>
      )}
      {carried.length > 0 && (
        <Section title="What carried">
          <ul className={styles.carried}>
            {carried.map(({ criterion, check, what, evidence }) => (
              <li key={`${criterion}.${check}`}>
                {what.replace(/\.$/, '')}: <QuoteLink evidence={evidence} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {nextLevel !== null && nextLevel.lacks.length > 0 && (
        <Section title={isMet ? `What ${nextLevel.level} also looks for` : `What ${nextLevel.level} would have needed`}>
          <ul className={styles.lacks}>
            {nextLevel.lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
