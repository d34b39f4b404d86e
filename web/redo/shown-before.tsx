import { Title } from '@mantine/core'
import type { LastArtifact } from '#src/domain/last-artifacts.ts'
import { artifactTitle } from '../artifacts/artifact-words.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import { TurnArtifacts } from '../artifacts/turn-artifacts.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import styles from './shown-before.module.css'

interface ShownBeforeProps {
  interviewId: string
  artifacts: readonly LastArtifact[]
}

/** What went with the first answers, as it stood last: to be looked at beside the new answer, which is words alone. */
export function ShownBefore({ interviewId, artifacts }: ShownBeforeProps) {
  if (artifacts.length === 0) return null
  return (
    <section className={styles.shown}>
      <Title order={2} className={styles.title}>
        What you had drawn and written
      </Title>
      <p className={styles.about}>
        As it stood last. Your new answer is words alone: what of this it rests on has to be said in it.
      </p>
      <BoardsOf of={{ interview: interviewId }}>
        <ul className={styles.list}>
          {artifacts.map(({ turn, artifact }) => (
            <li key={artifact.id}>
              <TurnArtifacts turn={turn} artifacts={[artifact]} begins="folded" />
              <RouteLink
                size="sm"
                underline="always"
                to={{ page: 'scorecard', interview: interviewId, turn }}
                aria-label={`Turn ${turn}, with which this went: ${artifactTitle(artifact)}`}
              >
                turn {turn}
              </RouteLink>
            </li>
          ))}
        </ul>
      </BoardsOf>
    </section>
  )
}
