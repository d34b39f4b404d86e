import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Language } from '#src/domain/language.ts'
import type { Speaker } from '#src/domain/turn.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import { TurnArtifacts } from '../artifacts/turn-artifacts.tsx'
import type { Utterance } from '../live/room-state.ts'
import { clockFace } from './remaining-time.ts'
import styles from './transcript.module.css'

interface TranscriptProps {
  turns: readonly ShownTurn[]
  utterance: Utterance | null
  schedule: readonly ScheduledPhase[]
  language: Language
  showsTime: boolean
  /** The interviewer is preparing to speak and has said nothing yet. */
  isThinking: boolean
}

/** Both speakers in one column, told apart by name and face. */
export function Transcript({ turns, utterance, schedule, language, showsTime, isThinking }: TranscriptProps) {
  return (
    <ol className={styles.turns} lang={language}>
      {turns.map((turn, index) => (
        <li key={turn.turn}>
          {index > 0 && turn.phase !== turns[index - 1]?.phase && (
            <p className={styles.phase} lang="en">
              {schedule[turn.phase]?.title}
            </p>
          )}
          <Words
            speaker={turn.speaker}
            time={showsTime ? clockFace(Math.floor(turn.elapsedMs / 1000) * 1000) : null}
            text={turn.text}
          >
            <TurnArtifacts turn={turn.turn} artifacts={turn.artifacts} begins="folded" />
            {turn.interrupted && (
              <p className={styles.aside} lang="en" dir="ltr">
                You spoke here.
              </p>
            )}
          </Words>
        </li>
      ))}
      {utterance !== null && !turns.some(({ turn }) => turn === utterance.turn) && (
        <li>
          <Words speaker="interviewer" time={null} text={utterance.text}>
            {utterance.failed === null ? (
              utterance.text === '' ? (
                <Thinking />
              ) : (
                <span className={styles.more}> …</span>
              )
            ) : (
              <p className={styles.aside} lang="en" dir="ltr">
                It broke off here: these words do not count.
              </p>
            )}
          </Words>
        </li>
      )}
      {isThinking && utterance === null && (
        <li>
          <Words speaker="interviewer" time={null} text="">
            <Thinking />
          </Words>
        </li>
      )}
    </ol>
  )
}

const Thinking = () => (
  <p className={styles.aside} lang="en" dir="ltr">
    is thinking…
  </p>
)

interface WordsProps {
  speaker: Speaker
  time: string | null
  text: string
  children?: React.ReactNode
}

function Words({ speaker, time, text, children }: WordsProps) {
  return (
    <article className={styles.turn} data-speaker={speaker}>
      <header className={styles.margin} lang="en">
        <span className={styles.speaker}>{speaker === 'interviewer' ? 'Interviewer' : 'You'}</span>
        {time !== null && <span className={styles.time}>{time}</span>}
      </header>
      <div className={styles.text} dir="auto">
        {text}
        {children}
      </div>
    </article>
  )
}
