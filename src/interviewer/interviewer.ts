import type { HeldContent, Interview } from '#src/domain/interview.ts'
import type { Move } from '#src/domain/move.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import type { BoardPicture } from '#src/domain/workspace.ts'

/** What makes the interviewer speak now. */
export type Cue = 'start' | 'candidate-spoke' | 'silence' | 'hint-asked' | 'coach-asked' | 'time-up' | 'ended-by-candidate'

export interface SpeakRequest {
  interview: Interview
  content: HeldContent
  /** All stored turns, in order. */
  turns: readonly Turn[]
  /** What an observer noted of them so far, in order; unsaid where nobody observes. */
  notes?: readonly TurnNotes[]
  cue: Cue
  /** Running interview time, milliseconds. */
  elapsedMs: number
  signal: AbortSignal
  /** The picture of one of the interview's boards; null when there is none. Never rejects. Unsaid where nobody draws. */
  pictureOf?: (revision: number) => Promise<BoardPicture | null>
}

/** Ends with exactly one `spoken` or `failed`. */
export type SpeakEvent =
  /** More of the utterance, to be shown as it comes. */
  | { type: 'words'; text: string }
  /** What was shown so far is withdrawn: another attempt begins. `notice` says why, for the candidate; null when there is nothing to say. */
  | { type: 'restart'; notice: string | null }
  /** `text` is the whole utterance, equal to the words since the last restart. */
  | { type: 'spoken'; text: string; move: Move; spokenBy: string }
  /** Nothing could be said. `message` is for the candidate. */
  | { type: 'failed'; message: string }

/** Speaks one turn. Must not throw: failures are the final event. After an abort it ends without a final event. */
export interface Interviewer {
  readonly id: string
  speak(request: SpeakRequest): AsyncIterable<SpeakEvent>
}
