import { VisuallyHidden } from '@mantine/core'
import { useRef } from 'react'
import type { Comment, CommentRequest } from '#src/domain/peer-review.ts'
import type { SharedInterview, SharedTurn } from '#src/protocol/sharing.ts'
import { useHash } from '../navigation/use-hash.ts'
import type { TranscriptMark } from '../scorecard/collect-marks.ts'
import { selectedWords } from '../scorecard/selected-words.ts'
import { TurnFrame } from '../scorecard/turn-frame.tsx'
import { CommentComposer } from './comment-composer.tsx'
import { CommentList } from './comment-list.tsx'
import styles from './commented-transcript.module.css'
import type { OpenComment } from './review-draft.ts'
import type { Words } from './words-in-turn.ts'

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
          isTimed={isTimed}
          phase={turn.phase === turns[index - 1]?.phase ? undefined : phases[turn.phase]}
        />
      ))}
    </ol>
  )
}

interface CommentedTurnProps extends Omit<CommentedTranscriptProps, 'shared'> {
  turn: SharedTurn
  language: string
  isTimed: boolean
  /** Where one begins with this turn. */
  phase: string | undefined
}

function CommentedTurn({ comments, marks, writer, ...frame }: CommentedTurnProps) {
  const { turn } = frame
  const button = useRef<HTMLButtonElement>(null)
  const chosen = useRef<Words | null>(null)
  const writing = writer?.open[turn.turn]
  const hash = useHash()
  const here = comments.filter(({ comment }) => comment.turn === turn.turn)
  const quoted = marks.filter((mark) => mark.turn === turn.turn)
  const note = () => {
    const place = selectedWords(window.getSelection())
    chosen.current = place?.turn === turn.turn && place.artifact === undefined ? placeOf(place) : null
  }
  // The button is there again once this has been drawn.
  const returnFocus = () => requestAnimationFrame(() => button.current?.focus())
  return (
    <TurnFrame
      {...frame}
      marks={[
        ...quoted,
        ...here.flatMap(({ id, comment }) => (comment.words === null ? [] : [{ id, artifact: null, ...placeOf(comment.words) }])),
      ]}
      active={hash === '' ? null : hash}
      className={styles.turn}
    >
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
            Comment<VisuallyHidden component="span"> on turn {turn.turn}</VisuallyHidden>
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
    </TurnFrame>
  )
}

const placeOf = ({ start, end }: Words): Words => ({ start, end })
