import { memo } from 'react'
import type { Language } from '#src/domain/language.ts'
import type { Note } from '#src/domain/note.ts'
import type { AskedReview, Moment, TurnReview } from '#src/domain/review.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import { QuotedFor } from '../scorecard/quoted-for.tsx'
import { TurnFrame } from '../scorecard/turn-frame.tsx'
import { AskedNote } from './asked-note.tsx'
import { NoteComposer, type NoteDraft, OwnNotes } from './own-notes.tsx'
import { noteMarkId, type ReviewMark } from './review-marks.ts'
import styles from './review-transcript.module.css'
import { askedId } from './stops.ts'
import { TurnDetail } from './turn-detail.tsx'
import noteStyles from './turn-notes.module.css'

/** What can be done at a turn; the same object as long as the page stands, so that a turn is drawn again only when something of it changes. */
export interface TurnActions {
  editNote(note: Note): void
  removeNote(note: Note): void
  keepNote(note: NoteDraft): Promise<boolean>
  closeDraft(): void
}

export interface ReviewTurnProps {
  turn: ShownTurn
  /** The title of the phase that begins with this turn. */
  phase: string | undefined
  language: Language
  isTimed: boolean
  marks: readonly ReviewMark[]
  /** The stop or mark that was gone to, when it is in this turn. */
  active: string | null
  asked: AskedReview | undefined
  review: TurnReview | undefined
  moments: readonly Moment[]
  notes: readonly Note[]
  draft: NoteDraft | null
  problem: string | null
  titles: ReadonlyMap<string, string>
  criterion: string | null
  actions: TurnActions
}

/** One turn with all that a review has to say of it beneath its words. */
export const ReviewTurn = memo(function ReviewTurn(props: ReviewTurnProps) {
  const { turn, marks, active, asked, review, moments, notes, draft, problem, titles, criterion, actions } = props
  const { phase, language, isTimed } = props
  const lost = new Set(notes.filter(({ id }) => !marks.some((mark) => mark.id === noteMarkId(id))).map(({ id }) => id))
  const quoted = marks.filter(({ kind }) => kind === 'quote')
  return (
    <TurnFrame
      turn={turn}
      phase={phase}
      language={language}
      marks={marks}
      active={active}
      isTimed={isTimed}
      className={styles.turn}
    >
      <QuotedFor marks={quoted} titles={titles} />
      {asked !== undefined && <AskedNote asked={asked} isActive={active === askedId(turn.turn)} titles={titles} />}
      {moments.map(({ thought }) => (
        <p key={thought} className={noteStyles.thought}>
          <span className={noteStyles.label}>What I was thinking as interviewer</span> {thought}
        </p>
      ))}
      {review !== undefined && <TurnDetail review={review} titles={titles} criterion={criterion} />}
      {notes.length > 0 && <OwnNotes notes={notes} lost={lost} onEdit={actions.editNote} onRemove={actions.removeNote} />}
      {draft !== null && (
        <NoteComposer key={draft.id} draft={draft} problem={problem} onKeep={actions.keepNote} onClose={actions.closeDraft} />
      )}
    </TurnFrame>
  )
})
