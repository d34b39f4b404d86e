import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { rubricRunsOf } from '#src/evidence/given-back.ts'
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

const known = new WeakMap<Transcript, Map<number, { task: GroundTask; lexicon: Lexicon; read: TaskGround }>>()
type GroundTask = Pick<ScoringTask, 'transcript' | 'questionIndex' | 'rubric' | 'question'>

/** Reads the turns of a task. Kept as long as the transcript is: it must not be changed in between. */
export function taskGround(task: GroundTask, lexicon: Lexicon): TaskGround {
  const { transcript, questionIndex, rubric, question } = task
  const kept = known.get(transcript) ?? new Map()
  known.set(transcript, kept)
  const before = kept.get(questionIndex)
  if (before?.lexicon === lexicon && before.task.rubric === rubric && before.task.question === question) return before.read
  const turns = questionTurns(transcript, questionIndex)
  const interviewerSaid = interviewerWords(turns, transcript.questions[questionIndex]?.text ?? '')
  const rubricRuns = rubricRunsOf(rubric, question?.guide ?? null)
  const { heardElsewhere, oneStory = false } = rubric
  const topic = heardElsewhere === undefined ? undefined : { guide: question?.guide ?? null, heardElsewhere, oneStory }
  const ground = groundOf({ candidateSaid: candidateSegments(turns), interviewerSaid, rubricRuns, topic, lexicon })
  const read = { turns, interviewerSaid, ground }
  kept.set(questionIndex, { task, lexicon, read })
  return read
}
