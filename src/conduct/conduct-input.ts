import type { Guide } from '#src/domain/guide.ts'
import type { HeldContent, ScheduledPhase } from '#src/domain/interview.ts'
import { isEnglish } from '#src/domain/language.ts'
import { type Move, moveSchema } from '#src/domain/move.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import { planFor, scheduleOf } from '#src/domain/schedule.ts'
import { type Mode, modeSchema } from '#src/domain/track.ts'
import type { Transcript, TranscriptTurn } from '#src/domain/transcript.ts'
import type { Speaker } from '#src/domain/turn.ts'

/** A stored move, or `unknown`: one that this release has no name for. */
export type HeldMove = Move | { kind: 'unknown' }

export interface ConductTurn {
  /** Counted from 1 over both speakers. */
  turn: number
  speaker: Speaker
  text: string
  /** What the candidate typed or drew beside it. */
  artifacts: readonly { text: string }[]
  /** Null where it is not known, and of the candidate's turns. */
  move: HeldMove | null
  /** Id of the phase; null where it is not known. */
  phase: string | null
  /** Milliseconds of running interview time when the turn was stored; null where it is not known. */
  elapsedMs: number | null
  /** The candidate spoke before the interviewer had finished. */
  interrupted: boolean
}

export interface ConductQuestion {
  /** The opening as the candidate hears it. */
  text: string
  /** Null for a question that the bank does not hold. */
  guide: Guide | null
  /** Turn in which it was asked; null where it is not known. */
  firstTurn: number | null
}

/** A whole interview, with what is known of how it was held. */
export interface ConductInput {
  turns: readonly ConductTurn[]
  questions: readonly ConductQuestion[]
  rubric: Rubric | null
  isEnglish: boolean
  mode: Mode | null
  /** Planned length of the interview. */
  minutes: number | null
  schedule: readonly ScheduledPhase[] | null
  /** False while it is still running; null where it is not known. */
  isOver: boolean | null
}

/** Reads from a transcript all that it says of how the interview was held. `held`: the content that it was held with, where there is any. */
export function conductInputOf(transcript: Transcript, held: HeldContent | null): ConductInput {
  const { status } = transcript
  const minutes = typeof transcript.minutes === 'number' && transcript.minutes > 0 ? transcript.minutes : null
  const plan = held === null || minutes === null ? undefined : planFor(held.rubric, minutes)
  return {
    turns: transcript.turns.map(conductTurn),
    questions: transcript.questions.map(({ id, text, firstTurn }) => ({
      text,
      guide: held?.questions.find((question) => question.id === id)?.guide ?? null,
      firstTurn: firstTurn ?? null,
    })),
    rubric: held?.rubric ?? null,
    isEnglish: isEnglish(transcript.language ?? 'en'),
    mode: modeSchema.safeParse(transcript.mode).data ?? null,
    minutes,
    schedule: held === null || plan === undefined ? null : scheduleOf(held.rubric, plan),
    isOver: status === 'ended' ? true : status === 'running' ? false : null,
  }
}

function conductTurn({ speaker, text, artifacts, phase, move, ...rest }: TranscriptTurn, at: number): ConductTurn {
  const { elapsedMs, interrupted } = rest
  return {
    turn: at + 1,
    speaker,
    text,
    artifacts,
    move: move === undefined || move === null ? null : (moveSchema.safeParse(move).data ?? { kind: 'unknown' }),
    phase: phase ?? null,
    elapsedMs: typeof elapsedMs === 'number' && elapsedMs >= 0 ? elapsedMs : null,
    interrupted: interrupted === true,
  }
}
