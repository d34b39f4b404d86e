import type { HeldContent } from '#src/domain/interview.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Rating } from '#src/domain/rubric.ts'
import type { Score, Scorecard } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { combineQuestions } from './combine-questions.ts'
import { debriefOf } from './debrief.ts'
import { recommend } from './recommendation.ts'
import { scoreCriterion } from './score-criterion.ts'
import type { Scorer, ScoringTask } from './scorer.ts'
import { setAsideOf } from './set-aside.ts'
import { taskGround } from './task-ground.ts'
import { tooShort } from './too-short.ts'

export interface GradeRequest {
  transcript: Transcript
  /** The rubric, and those of the transcript's questions that the bank holds. */
  content: HeldContent
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
  const { transcript, content, lexicon, thresholds, scorer, signal } = request
  const reason = tooShort(transcript)
  if (reason !== null) return { kind: 'too-short', reason }

  const perQuestion: { question: string; scores: Score[]; guide: ScoringTask['question'] }[] = []
  for (const [questionIndex, { id }] of transcript.questions.entries()) {
    const question = content.questions.find((one) => one.id === id) ?? null
    const task: ScoringTask = { transcript, rubric: content.rubric, questionIndex, question }
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
      const score = scoreCriterion({ task, criterion, verdict, lexicon, thresholds })
      scores.push(score)
      await request.onScore?.(questionIndex, score)
    }
    perQuestion.push({ question: id, scores, guide: question })
  }
  return { kind: 'scorecard', scorecard: scorecardOf(request, perQuestion) }
}

function scorecardOf(
  request: GradeRequest,
  perQuestion: readonly { question: string; scores: Score[]; guide: ScoringTask['question'] }[],
): Scorecard {
  const { transcript, content, lexicon, scorer, stamp } = request
  const { rubric } = content
  const scores = rubric.criteria.map(({ id }) =>
    combineQuestions(
      id,
      perQuestion.flatMap((one) => one.scores.filter((score) => score.criterion === id)),
    ),
  )
  const ratings = new Map<string, Rating | null>(
    scores.map((score) => [score.criterion, score.kind === 'rated' ? score.rating : null]),
  )
  const { recommendation, mean, note } = recommend(ratings, rubric)
  const unknown = perQuestion.filter(({ guide }) => guide === null).map(({ question }) => question)
  const notes = [note, unknown.length === 0 ? null : unknownNote(unknown)].filter((one) => one !== null)
  return {
    scorer: scorer.id,
    stamp: { ...scorer.stamp, rubric: `${rubric.id}@${rubric.version}`, ...stamp },
    scores,
    perQuestion: perQuestion.map(({ question, scores: own }) => ({ question, scores: own })),
    mean,
    recommendation,
    note: notes.length === 0 ? null : notes.join(' '),
    setAside: perQuestion.flatMap(({ guide: question }, questionIndex) =>
      setAsideOf(taskGround({ transcript, rubric, questionIndex, question }, lexicon).ground),
    ),
    debrief: debriefOf({
      scores,
      perQuestion: perQuestion.map(({ scores: own, guide }) => ({ scores: own, guide: guide?.guide ?? null })),
      rubric,
      level: transcript.level,
    }),
  }
}

const unknownNote = (ids: readonly string[]): string =>
  `The bank does not hold ${ids.map((id) => `"${id}"`).join(' or ')}: graded on what is expected of any question of the track.`
