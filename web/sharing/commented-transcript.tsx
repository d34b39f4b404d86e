import { useRef, useState } from 'react'
import type { Comment, CommentRequest } from '#src/domain/peer-review.ts'
import type { SharedInterview, SharedTurn } from '#src/protocol/sharing.ts'
import { useHash } from '../navigation/use-hash.ts'
import { clockFace } from '../room/remaining-time.ts'
import type { TranscriptMark } from '../scorecard/collect-marks.ts'
import { MarkedText } from '../scorecard/marked-text.tsx'
import { CommentComposer } from './comment-composer.tsx'
import { CommentList } from './comment-list.tsx'
import styles from './commented-transcript.module.css'
import { selectedWords, type Words } from './words-in-turn.ts'

/** A comment where it is shown. `id` is the mark's over its words too. */
export interface ShownComment {
  id: string
  /** Null: one's own. */
  author: string | null
  comment: Comment | CommentRequest
}

interface CommentedTranscriptProps {
  shared: Pick<SharedInterview, 'turns' | 'phases' | 'isTimed' | 'language'>
  /** What the candidate is called. */
  candidate: 'Candidate' | 'You'
  comments: readonly ShownComment[]
  marks: readonly TranscriptMark[]
  /** Null: no comment can be written. */
  onAdd: ((comment: CommentRequest) => void) | null
  onRemove: ((id: string) => void) | null
}

/** The whole conversation with comments under the turns that they are on, their words marked. */
export function CommentedTranscript({ shared, ...props }: CommentedTranscriptProps) {
  const { turns, phases, isTimed, language } = shared
  return (
    <ol className={styles.turns}>
      {turns.map((turn, index) => (
        <CommentedTurn
          key={turn.turn}
          {...props}
          turn={turn}
          language={language}
          time={isTimed ? clockFace(Math.floor(turn.elapsedMs / 1000) * 1000) : null}
          phase={turn.phase === turns[index - 1]?.phase ? null : (phases[turn.phase] ?? null)}
        />
      ))}
    </ol>
  )
}

interface CommentedTurnProps extends Omit<CommentedTranscriptProps, 'shared'> {
  turn: SharedTurn
  language: string
  time: string | null
  /** Where one begins with this turn. */
  phase: string | null
}

function CommentedTurn({ turn, language, time, phase, candidate, comments, marks, onAdd, onRemove }: CommentedTurnProps) {
  const text = useRef<HTMLParagraphElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const chosen = useRef<Words | null>(null)
  const [writing, setWriting] = useState<{ words: Words | null } | null>(null)
  const hash = useHash()
  const here = comments.filter(({ comment }) => comment.turn === turn.turn)
  const quoted = marks.filter((mark) => mark.turn === turn.turn)
  const speaker = turn.speaker === 'interviewer' ? 'Interviewer' : candidate
  const note = () => {
    chosen.current = text.current && selectedWords(text.current, window.getSelection())
  }
  const close = () => {
    setWriting(null)
    button.current?.focus()
  }
  return (
    <li id={`turn-${turn.turn}`} className={styles.turn} data-speaker={turn.speaker}>
      <div className={styles.margin}>
        <span className={styles.speaker}>{speaker}</span>{' '}
        <span className={styles.aside}>
          {turn.turn}
          {time !== null && ` · ${time}`}
        </span>
        {phase !== null && <span className={styles.phase}>{phase}</span>}
      </div>
      <div>
        <p ref={text} className={styles.text} lang={language} dir="auto">
          <MarkedText
            text={turn.text}
            marks={[
              ...quoted.filter(({ artifact }) => artifact === null),
              ...here.flatMap(({ id, comment }) => (comment.words === null ? [] : [{ id, ...placeOf(comment.words) }])),
            ]}
            active={hash === '' ? null : hash}
          />
        </p>
        {turn.artifacts.map((artifact) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reached by keyboard
          <pre key={artifact.id} className={styles.artifact} tabIndex={0}>
            <code>
              <MarkedText text={artifact.text} marks={quoted.filter((mark) => mark.artifact === artifact.id)} active={hash} />
            </code>
          </pre>
        ))}
        <CommentList comments={here} text={turn.text} onRemove={onRemove} />
        {onAdd !== null &&
          (writing === null ? (
            <button
              ref={button}
              type="button"
              className={styles.add}
              // A tap takes the selection away before it becomes a click.
              onPointerDown={note}
              onClick={(event) => {
                if (event.detail === 0) note()
                setWriting({ words: chosen.current })
              }}
            >
              Comment<span className={styles.hidden}> on turn {turn.turn}</span>
            </button>
          ) : (
            <CommentComposer
              text={turn.text}
              words={writing.words}
              onCancel={close}
              onKeep={(comment) => {
                onAdd({ turn: turn.turn, ...comment })
                close()
              }}
            />
          ))}
      </div>
    </li>
  )
}

const placeOf = ({ start, end }: Words): Words => ({ start, end })
