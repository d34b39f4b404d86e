import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Language } from '#src/domain/language.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import { clockFace } from '../room/remaining-time.ts'
import { NotUseful } from '../sharing/not-useful.tsx'
import type { TranscriptMark } from './collect-marks.ts'
import { useShowsFigures } from './figures.ts'
import { MarkedText } from './marked-text.tsx'
import styles from './marked-transcript.module.css'

interface MarkedTranscriptProps {
  turns: readonly ShownTurn[]
  schedule: readonly ScheduledPhase[]
  language: Language
  marks: readonly TranscriptMark[]
  /** Id of the mark that was followed here. */
  active: string | null
  /** Titles of the criteria, by id. */
  titles: ReadonlyMap<string, string>
}

/** The whole conversation with every quoted slice marked, and in the margin what it was quoted for. */
export function MarkedTranscript({ turns, schedule, language, marks, active, titles }: MarkedTranscriptProps) {
  const showsFigures = useShowsFigures()
  return (
    <ol className={styles.turns}>
      {turns.map((turn, index) => {
        const here = marks.filter((mark) => mark.turn === turn.turn)
        const criteria = [...new Set(here.flatMap((mark) => mark.criteria))]
        return (
          <li key={turn.turn} id={`turn-${turn.turn}`} className={styles.turn} data-speaker={turn.speaker}>
            <div className={styles.margin}>
              <span className={styles.speaker}>{turn.speaker === 'interviewer' ? 'Interviewer' : 'You'}</span>{' '}
              <span className={styles.time}>
                {turn.turn}
                {showsFigures && ` · ${clockFace(Math.floor(turn.elapsedMs / 1000) * 1000)}`}
              </span>
              {turn.phase !== turns[index - 1]?.phase && <span className={styles.phase}>{schedule[turn.phase]?.title}</span>}
            </div>
            <div>
              <p className={styles.text} lang={language} dir="auto">
                <MarkedText text={turn.text} marks={here.filter(({ artifact }) => artifact === null)} active={active} />
              </p>
              {turn.artifacts.map((artifact) => (
                <pre key={artifact.id} className={styles.artifact}>
                  <code>
                    <MarkedText
                      text={artifact.text}
                      marks={here.filter((mark) => mark.artifact === artifact.id)}
                      active={active}
                    />
                  </code>
                </pre>
              ))}
              {criteria.length > 0 && (
                <p className={styles.for}>
                  Quoted for{' '}
                  {criteria.map((criterion, place) => (
                    <span key={criterion}>
                      {place > 0 && ', '}
                      <a href={`#criterion-${criterion}`}>{titles.get(criterion) ?? criterion}</a>
                    </span>
                  ))}
                </p>
              )}
              {turn.speaker === 'interviewer' && (
                <NotUseful what={`turn ${turn.turn}`} target={{ kind: 'turn', turn: turn.turn }} />
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
