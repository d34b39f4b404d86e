import type { HeldContent } from '#src/domain/interview.ts'
import type { Rating } from '#src/domain/rubric.ts'
import type { Score, Scorecard, SetAside } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { combineQuestions } from './combine-questions.ts'
import { debriefOf } from './debrief.ts'
import { recommend } from './recommendation.ts'

/** The scores of one question, a criterion each. */
export interface QuestionScores {
  question: string
  scores: readonly Score[]
}

/** What follows from the scores of each question: one score a criterion, the recommendation, the debrief. Pure; the same for every scorer. */
export function makeScorecard(options: {
  transcript: Pick<Transcript, 'level'>
  content: HeldContent
  scorer: string
  stamp: Record<string, string>
  perQuestion: readonly QuestionScores[]
  setAside: readonly SetAside[]
}): Scorecard {
  const { transcript, content, scorer, stamp, perQuestion, setAside } = options
  const { rubric } = content
  const guideOf = (id: string) => content.questions.find((question) => question.id === id)?.guide ?? null
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
  const unknown = perQuestion.filter(({ question }) => guideOf(question) === null).map(({ question }) => question)
  const notes = [note, unknown.length === 0 ? null : unknownNote(unknown)].filter((one) => one !== null)
  return {
    scorer,
    stamp,
    scores,
    perQuestion: perQuestion.map(({ question, scores: own }) => ({ question, scores: [...own] })),
    mean,
    recommendation,
    setAside: [...setAside],
    note: notes.length === 0 ? null : notes.join(' '),
    debrief: debriefOf({
      scores,
      perQuestion: perQuestion.map(({ question, scores: own }) => ({ scores: own, guide: guideOf(question) })),
      rubric,
      level: transcript.level,
    }),
  }
}

const unknownNote = (ids: readonly string[]): string =>
  `The bank does not hold ${ids.map((id) => `"${id}"`).join(' or ')}: graded on what is expected of any question of the track.`
