import { addUsage, costOf } from '#src/domain/call-usage.ts'
import type { Question } from '#src/domain/guide.ts'
import type { HeldContent } from '#src/domain/interview.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Score, Scorecard, SetAside } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { makeScorecard, type QuestionScores } from './make-scorecard.ts'
import { scoreCriterion } from './score-criterion.ts'
import type { Scorer, ScoringTask } from './scorer.ts'
import { withSecondLook } from './second-look.ts'
import { setAsideOf } from './set-aside.ts'
import { taskGround } from './task-ground.ts'
import { tooShort } from './too-short.ts'

export interface GradeRequest {
  transcript: Transcript
  /** The rubric, and those of the transcript's questions that the bank holds. */
  content: HeldContent
  /** The questions that there are, whether they were asked or not. */
  bank?: readonly Question[] | undefined
  lexicon: Lexicon
  thresholds: Thresholds
  scorer: Scorer
  /** Further fields for the stamp, such as the content's hash. */
  stamp?: Record<string, string>
  /** Scores decided by an earlier run that was cut off; they are not asked for again. */
  done?: readonly { questionIndex: number; score: Score }[]
  /** Called after each criterion of each question, in order; awaited, so that it can be stored. */
  onScore?: (questionIndex: number, score: Score) => void | Promise<void>
  signal?: AbortSignal
}

export type GradeResult = { kind: 'too-short'; reason: string } | { kind: 'scorecard'; scorecard: Scorecard }

/** How many scores a transcript takes: its criteria times its questions. */
export const scoresNeeded = (transcript: Transcript, { rubric }: HeldContent): number =>
  transcript.questions.length * rubric.criteria.length

/** Grades a transcript question by question and criterion by criterion. Rejects only when `signal` aborts: a scorer that fails leaves a criterion unscored. */
export async function gradeTranscript(request: GradeRequest): Promise<GradeResult> {
  const { transcript, content, bank, lexicon, thresholds, scorer, signal } = request
  const reason = tooShort(transcript)
  if (reason !== null) return { kind: 'too-short', reason }

  const perQuestion: QuestionScores[] = []
  const setAside: SetAside[] = []
  for (const [questionIndex, { id }] of transcript.questions.entries()) {
    const question = content.questions.find((one) => one.id === id) ?? null
    const task: ScoringTask = { transcript, rubric: content.rubric, questionIndex, question, bank }
    const scores: Score[] = []
    for (const criterion of content.rubric.criteria) {
      signal?.throwIfAborted()
      const decided = request.done?.find((one) => one.questionIndex === questionIndex && one.score.criterion === criterion.id)
      if (decided !== undefined) {
        scores.push(decided.score)
        continue
      }
      const verdict = await scorer.judge(task, criterion.id, signal)
      signal?.throwIfAborted()
      const basis = { task, criterion, lexicon, thresholds }
      const score = await withSecondLook(scoreCriterion({ ...basis, verdict }), { ...basis, scorer: scorer.crossCheck, signal })
      scores.push(score)
      await request.onScore?.(questionIndex, score)
    }
    perQuestion.push({ question: id, scores })
    setAside.push(...setAsideOf(taskGround(task, lexicon).ground))
  }
  const made = { transcript, content, scorer: scorer.id, stamp: { ...scorer.stamp, ...rubricStamp(content), ...request.stamp } }
  const scorecard = makeScorecard({ ...made, perQuestion, setAside })
  const counts = countsOf(
    perQuestion.flatMap((one) => one.scores),
    scorer,
  )
  return { kind: 'scorecard', scorecard: { ...scorecard, ...counts } }
}

const rubricStamp = ({ rubric }: HeldContent) => ({ rubric: `${rubric.id}@${rubric.version}` })

/** Quotes and calls of all scores. A scorecard that goes on after a restart has those of before in its scores. */
function countsOf(scores: readonly Score[], { prices = null }: Scorer): Pick<Scorecard, 'quotes' | 'usage'> {
  const counted = scores.flatMap(({ quotes }) => quotes ?? [])
  const quotes = {
    claimed: counted.reduce((sum, { claimed }) => sum + claimed, 0),
    verified: counted.reduce((sum, { verified }) => sum + verified, 0),
  }
  const usages = scores.flatMap(({ usage }) => usage ?? [])
  if (usages.length === 0) return { quotes }
  const usage = usages.reduce(addUsage)
  const cost = costOf(usage, prices)
  return { quotes, usage: { ...usage, ...(cost !== null && { cost }) } }
}
