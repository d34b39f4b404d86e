import { useRef } from 'react'
import type { Comment, CommentRequest } from '#src/domain/peer-review.ts'
import type { SharedInterview, SharedTurn } from '#src/protocol/sharing.ts'
import { useHash } from '../navigation/use-hash.ts'
import { clockFace } from '../room/remaining-time.ts'
import type { TranscriptMark } from '../scorecard/collect-marks.ts'
import { MarkedText } from '../scorecard/marked-text.tsx'
import { CommentComposer } from './comment-composer.tsx'
import { CommentList } from './comment-list.tsx'
import styles from './commented-transcript.module.css'
import type { OpenComment } from './review-draft.ts'
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
  writer: CommentWriter | null
}

/** What writing comments takes; all of it is kept by whoever holds the draft. */
export interface CommentWriter {
  /** Comments begun and not kept yet, by the number of their turn. */
  open: Readonly<Record<string, OpenComment>>
  /** Null: it is thrown away. */
  onWrite(turn: number, comment: OpenComment | null): void
  onKeep(comment: CommentRequest): void
  onRemove(id: string): void
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

function CommentedTurn({ turn, language, time, phase, candidate, comments, marks, writer }: CommentedTurnProps) {
  const text = useRef<HTMLParagraphElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const chosen = useRef<Words | null>(null)
  const writing = writer?.open[turn.turn]
  const hash = useHash()
  const here = comments.filter(({ comment }) => comment.turn === turn.turn)
  const quoted = marks.filter((mark) => mark.turn === turn.turn)
  const speaker = turn.speaker === 'interviewer' ? 'Interviewer' : candidate
  const note = () => {
    chosen.current = text.current && selectedWords(text.current, window.getSelection())
  }
  // The button is there again once this has been drawn.
  const returnFocus = () => requestAnimationFrame(() => button.current?.focus())
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
        <CommentList comments={here} text={turn.text} onRemove={writer?.onRemove ?? null} />
        {writer !== null &&
          (writing === undefined ? (
            <button
              ref={button}
              type="button"
              className={styles.add}
              // A tap takes the selection away before it becomes a click.
              onPointerDown={note}
              onClick={(event) => {
                if (event.detail === 0) note()
                const words = chosen.current
                const quote = words === null ? '' : turn.text.slice(words.start, words.end)
                writer.onWrite(turn.turn, { text: '', quote, words })
              }}
            >
              Comment<span className={styles.hidden}> on turn {turn.turn}</span>
            </button>
          ) : (
            <CommentComposer
              text={turn.text}
              comment={writing}
              onChange={(comment) => writer.onWrite(turn.turn, comment)}
              onCancel={() => {
                writer.onWrite(turn.turn, null)
                returnFocus()
              }}
              onKeep={(comment) => {
                writer.onKeep({ turn: turn.turn, ...comment })
                returnFocus()
              }}
            />
          ))}
      </div>
    </li>
  )
}

const placeOf = ({ start, end }: Words): Words => ({ start, end })
