import { Text, Title } from '@mantine/core'
import { useCallback } from 'react'
import { listSelfRatings } from '../api/server.ts'
import { useLoad } from '../api/use-load.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { ratingDifference } from '../scorecard/rating-difference.ts'
import { FailureNote } from '../shell/failure-note.tsx'
import styles from './self-rating-history.module.css'

/** How one rated oneself, interview by interview, beside what the words showed. Nothing where nobody did. */
export function SelfRatingHistory() {
  const { loaded, reload } = useLoad(useCallback((signal) => listSelfRatings(signal), []))
  if (loaded.kind === 'failed') return <FailureNote failure={loaded.failure} onRetry={reload} />
  if (loaded.kind === 'loading' || loaded.value.length === 0) return null
  return (
    <section className={styles.history} aria-labelledby="self-ratings">
      <Title order={2} size="h3" id="self-ratings">
        How you rated yourself
      </Title>
      <Text size="sm" c="dimmed" mt={4}>
        {summaryOf(loaded.value.flatMap(({ differences }) => differences))}
      </Text>
      <ul className={styles.interviews}>
        {loaded.value.map(({ interview, title, level, differences }) => (
          <li key={interview}>
            <RouteLink to={{ page: 'scorecard', interview }} className={styles.title ?? ''}>
              {title}
            </RouteLink>
            <span className={styles.level}>, {level}</span>
            <dl className={styles.differences}>
              {differences.map(({ criterion, title: name, said, shown }) => (
                <div key={criterion} data-differs={(shown !== null && said !== shown) || undefined}>
                  <dt>{name}</dt>
                  <dd>{ratingDifference({ said, shown })}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function summaryOf(differences: readonly { said: number; shown: number | null }[]): string {
  const rated = differences.flatMap(({ said, shown }) => (shown === null ? [] : [said - shown]))
  const above = rated.filter((difference) => difference > 0).length
  const below = rated.filter((difference) => difference < 0).length
  return `${rated.length} ratings: ${rated.length - above - below} agree with the words, ${above} higher, ${below} lower.`
}
