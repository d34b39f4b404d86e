import type { Attempt, ComparedTurn } from '#src/protocol/history.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import { TurnArtifacts } from '../artifacts/turn-artifacts.tsx'
import { RouteLink } from '../navigation/route-link.tsx'
import { attemptPlace } from './attempt-place.ts'
import styles from './said-turns.module.css'

interface SaidTurnsProps {
  attempt: Attempt
  turns: readonly ComparedTurn[]
}

/** What was said in one part of one attempt, each turn leading to its place in the scorecard. */
export function SaidTurns({ attempt, turns }: SaidTurnsProps) {
  if (turns.length === 0) return <p className={styles.none}>This part did not come up.</p>
  return (
    <BoardsOf of={{ interview: attempt.interview }}>
      <ol className={styles.turns}>
        {turns.map(({ turn, speaker, text, artifacts }) => (
          <li key={turn} data-speaker={speaker}>
            <p className={styles.head}>
              <span className={styles.speaker}>{speaker === 'interviewer' ? 'Interviewer' : 'You'}</span>{' '}
              <RouteLink size="sm" underline="always" to={attemptPlace(attempt, turn)}>
                {attempt.redo === null ? `turn ${turn}` : 'to the answer'}
              </RouteLink>
            </p>
            {text !== '' && (
              <p className={styles.text} lang={attempt.language} dir="auto">
                {text}
              </p>
            )}
            <TurnArtifacts turn={turn} artifacts={artifacts} begins="folded" />
          </li>
        ))}
      </ol>
    </BoardsOf>
  )
}
