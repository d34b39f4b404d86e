import type { Debrief } from '#src/domain/score.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { useIsSample } from '../sample/sample-context.ts'
import { NotUseful } from '../sharing/not-useful.tsx'
import styles from './fix-list.module.css'
import { QuoteLink } from './quote-link.tsx'

interface FixListProps {
  interviewId: string
  fixes: Debrief['fixes']
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
}

/** Things to work on, ordered by what they would change, each with the nearest words and a drill. */
export function FixList({ interviewId, fixes, titles }: FixListProps) {
  const isSample = useIsSample()
  return (
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
          {!isSample && (
            <p className={styles.again}>
              <RouteLink to={{ page: 'redo', interview: interviewId, criterion, check }}>Answer this part again</RouteLink>
            </p>
          )}
          <NotUseful what={`the advice “${what}”`} target={{ kind: 'fix', criterion, check }} />
        </li>
      ))}
    </ol>
  )
}
