import { useMemo } from 'react'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Language } from '#src/domain/language.ts'
import type { Note } from '#src/domain/note.ts'
import type { AskedReview, Review } from '#src/domain/review.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'
import type { NoteDraft } from './own-notes.tsx'
import { byTurn, type ReviewMark } from './review-marks.ts'
import styles from './review-transcript.module.css'
import { ReviewTurn, type TurnActions } from './review-turn.tsx'
import { askedId } from './stops.ts'

interface ReviewTranscriptProps {
  turns: readonly ShownTurn[]
  schedule: readonly ScheduledPhase[]
  language: Language
  isTimed: boolean
  marks: ReadonlyMap<number, readonly ReviewMark[]>
  active: string | null
  asked: readonly AskedReview[]
  review: Review
  notes: ReadonlyMap<number, readonly Note[]>
  draft: NoteDraft | null
  problem: string | null
  titles: ReadonlyMap<string, string>
  criterion: string | null
  actions: TurnActions
}

const none: readonly never[] = []

/** The whole conversation with its margins. Turns out of view are neither laid out nor painted: three hours of it stay quick. */
export function ReviewTranscript(props: ReviewTranscriptProps) {
  const { turns, schedule, language, isTimed, marks, active, asked, review, notes, draft, problem, titles, criterion, actions } =
    props
  const askedAt = useMemo(() => new Map(asked.map((one) => [one.turn, one])), [asked])
  const reviewOf = useMemo(() => new Map(review.turns.map((one) => [one.turn, one])), [review.turns])
  const moments = useMemo(() => byTurn(review.moments), [review.moments])
  return (
    <ol className={styles.turns}>
      {turns.map((turn, index) => {
        const here = marks.get(turn.turn) ?? none
        const isActive = active === askedId(turn.turn) || here.some(({ id }) => id === active)
        const isDrafted = draft?.turn === turn.turn
        return (
          <ReviewTurn
            key={turn.turn}
            turn={turn}
            phase={turn.phase === turns[index - 1]?.phase ? undefined : schedule[turn.phase]?.title}
            language={language}
            isTimed={isTimed}
            marks={here}
            active={isActive ? active : null}
            asked={askedAt.get(turn.turn)}
            review={reviewOf.get(turn.turn)}
            moments={moments.get(turn.turn) ?? none}
            notes={notes.get(turn.turn) ?? none}
            draft={isDrafted ? draft : null}
            problem={isDrafted ? problem : null}
            titles={titles}
            criterion={criterion}
            actions={actions}
          />
        )
      })}
    </ol>
  )
}
