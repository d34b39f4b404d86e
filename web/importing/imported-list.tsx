import { Button, Text, Title } from '@mantine/core'
import type { ImportedInterviews } from '#src/domain/import.ts'
import { RouteLink } from '../navigation/route-link.tsx'
import { useScoring } from '../scoring/use-scoring.ts'
import { trackWords } from '../words.ts'
import styles from './imported-list.module.css'

type Imported = ImportedInterviews['interviews'][number]

/** The interviews that one transcript became, each with how far its scoring is. */
export function ImportedList({ interviews, onAgain }: { interviews: readonly Imported[]; onAgain(): void }) {
  return (
    <section className={styles.imported}>
      <Title order={1} size="h2">
        Imported as {interviews.length} interviews
      </Title>
      <Text c="dimmed" mt="xs">
        Each is scored by itself, whether or not this page stays open. They are all in the history.
      </Text>
      <ul className={styles.list}>
        {interviews.map((interview) => (
          <ImportedRow key={interview.id} {...interview} />
        ))}
      </ul>
      <Button variant="default" mt="xl" onClick={onAgain}>
        Import another one
      </Button>
    </section>
  )
}

function ImportedRow({ id, track, title, turns }: Imported) {
  const { scoring, failure } = useScoring(id)
  const words =
    failure !== null
      ? failure.message
      : scoring === null || scoring.status === 'queued'
        ? 'Waits to be scored'
        : scoring.status === 'running'
          ? `Scoring ${scoring.done} of ${scoring.total}`
          : scoring.status === 'done'
            ? 'Scored'
            : scoring.status === 'too-short'
              ? 'Too short to rate'
              : 'Scoring failed'
  return (
    <li>
      <div>
        <RouteLink to={{ page: 'scoring', interview: id }} className={styles.title}>
          {title}
        </RouteLink>
        <p className={styles.about}>
          {trackWords[track]}, {turns} turns
        </p>
      </div>
      <span role="status">{words}</span>
    </li>
  )
}
