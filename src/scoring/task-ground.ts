import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { groundOf } from '#src/evidence/ground.ts'
import type { Ground } from '#src/evidence/judge-check.ts'
import { candidateSegments, interviewerWords, type NumberedTurn, questionTurns } from './question-turns.ts'
import type { ScoringTask } from './scorer.ts'

/** The part of a transcript about one question, read once for all its criteria. */
export interface TaskGround {
  turns: readonly NumberedTurn[]
  ground: Ground
  interviewerSaid: ReturnType<typeof interviewerWords>
}

const known = new WeakMap<Transcript, Map<string, { lexicon: Lexicon; read: TaskGround }>>()

/** Reads the turns of a task. Kept as long as the transcript is: it must not be changed in between. */
export function taskGround(
  { transcript, questionIndex }: Pick<ScoringTask, 'transcript' | 'questionIndex'>,
  lexicon: Lexicon,
): TaskGround {
  const kept = known.get(transcript) ?? new Map()
  known.set(transcript, kept)
  const before = kept.get(String(questionIndex))
  if (before?.lexicon === lexicon) return before.read
  const turns = questionTurns(transcript, questionIndex)
  const interviewerSaid = interviewerWords(turns, transcript.questions[questionIndex]?.text ?? '')
  const read = { turns, interviewerSaid, ground: groundOf({ candidateSaid: candidateSegments(turns), interviewerSaid, lexicon }) }
  kept.set(String(questionIndex), { lexicon, read })
  return read
}
