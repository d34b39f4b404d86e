import type { InterviewRow } from '#src/protocol/rest.ts'
import { DeleteButton } from '../files/delete-button.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { levelWords, mannerWords, modeWords, trackWords } from '../words.ts'
import { dayAndTimeWords } from './dates.ts'
import styles from './interview-list.module.css'
import { interviewOutcome } from './interview-outcome.ts'

/** One line an interview: what, when, how it came out. */
export function InterviewList({ interviews }: { interviews: readonly InterviewRow[] }) {
  return (
    <ul className={styles.list}>
      {interviews.map((interview) => {
        const outcome = interviewOutcome(interview)
        const mode = modeWords[interview.mode].title.toLowerCase()
        return (
          <li key={interview.id} className={styles.interview}>
            <div>
              <RouteLink to={outcome.leadsTo} className={styles.title}>
                {interview.title}
              </RouteLink>
              <p className={styles.about}>
                {trackWords[interview.track]}, {levelWords[interview.level].toLowerCase()},{' '}
                {[
                  interview.imported === null ? `${interview.minutes} min ${mode}` : 'held elsewhere',
                  ...mannerWords(interview),
                  ...(interview.prepared.length > 0 ? ['prepared'] : []),
                ].join(', ')}
              </p>
            </div>
            <time className={styles.when} dateTime={new Date(interview.createdAt).toISOString()}>
              {dayAndTimeWords(interview.createdAt)}
            </time>
            <span data-rated={outcome.isRated || undefined} className={styles.outcome}>
              {outcome.words}
              {outcome.leadsTo.page === 'scorecard' && (
                <RouteLink
                  to={{ page: 'review', interview: interview.id }}
                  className={styles.review}
                  aria-label={`Review: ${interview.title}`}
                >
                  Review
                </RouteLink>
              )}
              <DeleteButton
                interview={{ id: interview.id, title: interview.title }}
                variant="subtle"
                size="compact-xs"
                className={styles.delete ?? ''}
              />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
