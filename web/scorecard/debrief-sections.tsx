import type { Debrief } from '#src/domain/score.ts'
import { levels } from '#src/domain/track.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { NotUseful } from '../sharing/not-useful.tsx'
import styles from './debrief-sections.module.css'
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
          <ol className={styles.fixes}>
            {fixes.map(({ criterion, check, what, why, drill, evidence }) => (
              <li key={`${criterion}.${check}`}>
                <h3>{what}</h3>
                <p className={styles.criterion}>{titles.get(criterion) ?? criterion}</p>
                <p>{why}</p>
                <p>
                  {evidence === null ? (
                    <span className={styles.none}>Nothing you said came near it.</span>
                  ) : (
                    <>
                      Nearest: <QuoteLink evidence={evidence} />
                    </>
                  )}
                </p>
                <p>
                  <strong>Practise:</strong> {drill}
                </p>
                <p>
                  <RouteLink to={{ page: 'redo', interview: interviewId, criterion, check }}>Answer this part again</RouteLink>
                </p>
                <NotUseful what={`the advice “${what}”`} target={{ kind: 'fix', criterion, check }} />
              </li>
            ))}
          </ol>
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
