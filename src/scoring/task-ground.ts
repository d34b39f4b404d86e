import { isEnglish } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import type { Among } from '#src/evidence/answers-another.ts'
import { bankWordsOf } from '#src/evidence/bank-words.ts'
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
type GroundTask = Pick<ScoringTask, 'transcript' | 'questionIndex' | 'rubric' | 'question' | 'bank'>

/** Reads the turns of a task. Kept as long as the transcript is: it must not be changed in between. */
export function taskGround(task: GroundTask, lexicon: Lexicon): TaskGround {
  const { transcript, questionIndex, rubric, question, bank } = task
  const kept = known.get(transcript) ?? new Map()
  known.set(transcript, kept)
  const before = kept.get(questionIndex)
  if (
    before?.lexicon === lexicon &&
    before.task.rubric === rubric &&
    before.task.question === question &&
    before.task.bank === bank
  )
    return before.read
  const turns = questionTurns(transcript, questionIndex)
  const interviewerSaid = interviewerWords(turns, transcript.questions[questionIndex]?.text ?? '')
  const rubricRuns = rubricRunsOf(rubric, question?.guide ?? null)
  const { heardElsewhere, oneStory = false } = rubric
  const topic = heardElsewhere === undefined ? undefined : { guide: question?.guide ?? null, heardElsewhere, oneStory }
  const among = amongOf(task)
  const ground = groundOf({
    candidateSaid: candidateSegments(turns),
    interviewerSaid,
    rubricRuns,
    topic,
    among,
    lexicon,
    isEnglish: isEnglish(transcript.language ?? 'en'),
  })
  const read = { turns, interviewerSaid, ground }
  kept.set(questionIndex, { task, lexicon, read })
  return read
}

/** The other questions of the track; of stories only those on other topics, since a story may answer two questions on one. */
function amongOf({ transcript, rubric: { id: track, likeAnother, oneStory }, question, bank }: GroundTask): Among | undefined {
  if (question === null || bank === undefined || likeAnother === undefined) return undefined
  const words = bankWordsOf(bank, track)
  const topics = words.questions.find(({ id }) => id === question.id)?.topics ?? []
  const asked = transcript.questions.map(({ id }) => id)
  const others = words.questions.flatMap((one, at) => {
    const isAsked = one.id === question.id || asked.includes(one.id)
    return isAsked || (oneStory === true && one.topics.some((topic) => topics.includes(topic))) ? [] : [at]
  })
  return { question, bank: words, others, least: likeAnother }
}
