import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Language } from '#src/domain/language.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import { NotUseful } from '../sharing/not-useful.tsx'
import type { TranscriptMark } from './collect-marks.ts'
import styles from './marked-transcript.module.css'
import { QuotedFor } from './quoted-for.tsx'
import { TurnFrame } from './turn-frame.tsx'

interface MarkedTranscriptProps {
  turns: readonly ShownTurn[]
  schedule: readonly ScheduledPhase[]
  language: Language
  marks: readonly TranscriptMark[]
  /** Id of the mark that was followed here. */
  active: string | null
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
  isTimed: boolean
}

/** The whole conversation with every quoted slice marked, and in the margin what it was quoted for. */
export function MarkedTranscript({ turns, schedule, language, marks, active, titles, isTimed }: MarkedTranscriptProps) {
  return (
    <ol className={styles.turns}>
      {turns.map((turn, index) => {
        const here = marks.filter((mark) => mark.turn === turn.turn)
        return (
          <TurnFrame
            key={turn.turn}
            turn={turn}
            phase={turn.phase === turns[index - 1]?.phase ? undefined : schedule[turn.phase]?.title}
            language={language}
            marks={here}
            active={active}
            isTimed={isTimed}
          >
            <QuotedFor marks={here} titles={titles} />
            {turn.speaker === 'interviewer' && (
              <NotUseful what={`turn ${turn.turn}`} target={{ kind: 'turn', turn: turn.turn }} />
            )}
          </TurnFrame>
        )
      })}
    </ol>
  )
}
