import type { ReactNode } from 'react'
import type { SharedTurn } from '#src/protocol/sharing.ts'
import { TurnArtifacts } from '../artifacts/turn-artifacts.tsx'
import { clockFace } from '../room/remaining-time.ts'
import { useShowsFigures } from './figures.ts'
import { MarkedText, type ShownMark } from './marked-text.tsx'
import styles from './turn-frame.module.css'

interface TurnFrameProps {
  turn: SharedTurn
  /** The title of the phase that begins with this turn; unsaid where one goes on. */
  phase: string | undefined
  /** What the candidate is called. */
  candidate?: 'Candidate' | 'You'
  language: string
  /** Those of this turn. */
  marks: readonly (ShownMark & { artifact: string | null })[]
  active: string | null
  /** False where it is not known when anything was said. */
  isTimed: boolean
  className?: string | undefined
  /** What stands beneath the words. */
  children?: ReactNode
}

/** One turn of a transcript: who and when in the margin, the words with their marks, and what was made of them beneath. */
export function TurnFrame(props: TurnFrameProps) {
  const { turn, phase, candidate = 'You', language, marks, active, isTimed, className, children } = props
  const showsFigures = useShowsFigures()
  return (
    <li
      id={`turn-${turn.turn}`}
      className={className === undefined ? styles.turn : `${styles.turn} ${className}`}
      data-speaker={turn.speaker}
    >
      <div className={styles.margin}>
        <span className={styles.speaker}>{turn.speaker === 'interviewer' ? 'Interviewer' : candidate}</span>{' '}
        <span className={styles.time}>
          {turn.turn}
          {showsFigures && isTimed && ` · ${clockFace(Math.floor(turn.elapsedMs / 1000) * 1000)}`}
        </span>
        {phase !== undefined && <span className={styles.phase}>{phase}</span>}
      </div>
      <div className={styles.said}>
        {turn.text !== '' && (
          <p className={styles.text} lang={language} dir="auto" data-words={turn.turn}>
            <MarkedText text={turn.text} marks={marks.filter(({ artifact }) => artifact === null)} active={active} />
          </p>
        )}
        <TurnArtifacts turn={turn.turn} artifacts={turn.artifacts} begins="open" marks={marks} active={active} />
        {children}
      </div>
    </li>
  )
}
