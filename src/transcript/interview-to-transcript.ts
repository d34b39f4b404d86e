import type { Interview } from '#src/domain/interview.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import type { Turn } from '#src/domain/turn.ts'

/** A stored interview as scoring reads it and `export` writes it: all that a scorer looks at, so that a file grades as the interview did. */
export function interviewToTranscript(interview: Omit<Interview, 'ownerId'>, turns: readonly Turn[]): Transcript {
  const {
    id,
    track,
    level,
    questions,
    schedule,
    mode,
    persona,
    company,
    language,
    minutes,
    status,
    elapsedMs,
    createdAt,
    endedAt,
    imported,
    interviewer,
  } = interview
  const isTimed = imported === null || imported.timed
  // The phases of an interview that a person held are none of its track's: they only tell its questions apart.
  const hasPhases = interviewer !== 'person'
  return {
    ...imported?.extra,
    id,
    track,
    level,
    mode,
    persona,
    company,
    language,
    minutes,
    status,
    elapsedMs,
    createdAt,
    endedAt,
    questions: questions.map(({ id: question, text, firstTurn }) => ({
      id: question,
      text,
      ...(firstTurn === null ? {} : { firstTurn }),
    })),
    turns: turns.map(({ speaker, text, artifacts, phase, elapsedMs: at, move, spokenBy, interrupted }) => ({
      speaker,
      text,
      artifacts,
      ...(!hasPhases || schedule[phase] === undefined ? {} : { phase: schedule[phase].phase }),
      ...(isTimed ? { elapsedMs: at } : {}),
      ...(move === null ? {} : { move }),
      ...(spokenBy === null ? {} : { spokenBy }),
      ...(interrupted ? { interrupted } : {}),
    })),
  }
}
