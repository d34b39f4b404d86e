import type { ReactNode } from 'react'
import type { LastArtifact } from '#src/domain/last-artifacts.ts'
import type { Attempt } from '#src/protocol/history.ts'
import { artifactTitle } from '../artifacts/artifact-words.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { attemptPlace } from './attempt-place.ts'
import styles from './compared-artifact.module.css'

interface ComparedArtifactProps {
  attempt: Attempt
  last: LastArtifact | undefined
  /** Said where there is none. */
  none: string
  children(last: LastArtifact): ReactNode
}

/** An artifact of one attempt under what it is and where it stands. Of an answer given again it is said that it is words alone. */
export function ComparedArtifact({ attempt, last, none, children }: ComparedArtifactProps) {
  if (last === undefined)
    return <p className={styles.none}>{attempt.kind === 'redo' ? 'An answer given again is words alone.' : none}</p>
  return (
    <BoardsOf of={{ interview: attempt.interview }}>
      <p className={styles.about}>
        {artifactTitle(last.artifact)},{' '}
        <RouteLink size="sm" underline="always" to={attemptPlace(attempt, last.turn)}>
          turn {last.turn}
        </RouteLink>
      </p>
      {children(last)}
    </BoardsOf>
  )
}
