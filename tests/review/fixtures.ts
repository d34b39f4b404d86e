import type { HeldContent } from '#src/domain/interview.ts'
import type { Move } from '#src/domain/move.ts'
import type { Review } from '#src/domain/review.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { TrackId } from '#src/domain/track.ts'
import { type Transcript, transcriptSchema } from '#src/domain/transcript.ts'
import { makeReview } from '#src/review/make-review.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import {
  shippedLexicon,
  shippedPhrases,
  shippedQuestion,
  shippedReviewWords,
  shippedRubric,
  shippedThresholds,
} from '../support/content-files.ts'

export const lexicon = shippedLexicon()
export const words = shippedReviewWords()
const phrases = shippedPhrases()
const thresholds = shippedThresholds()

export const asks = (text: string, move?: Move) => ({ speaker: 'interviewer' as const, text, ...(move && { move }) })
export const says = (text: string) => ({ speaker: 'candidate' as const, text })
type Said = ReturnType<typeof asks> | ReturnType<typeof says>

export interface Told {
  track: TrackId
  questions: readonly { id: string; text?: string; firstTurn?: number }[]
  turns: readonly Said[]
  language?: string
}

export const transcriptOf = ({ turns, questions, ...told }: Told): Transcript =>
  transcriptSchema.parse({
    id: 'told',
    level: 'senior',
    questions: questions.map(({ text = 'Please begin.', ...question }) => ({ text, ...question })),
    turns,
    ...told,
  })

/** What a question of the bank is held with; an id that the bank lacks has no guide. */
export function heldFor(track: TrackId, ids: readonly string[], inBank = true): HeldContent {
  const questions = inBank ? ids.map((id) => shippedQuestion(track, id)) : []
  return { rubric: shippedRubric(track), questions: questions.map(({ id, guide, answers }) => ({ id, guide, answers })) }
}

export const reviewOf = (transcript: Transcript, content: HeldContent, scorecard: Scorecard | null): Review =>
  makeReview({ transcript, content, scorecard, lexicon, phrases, words })

/** Graded by the rules, and reviewed. */
export async function gradedReview(told: Told): Promise<{ review: Review; scorecard: Scorecard; content: HeldContent }> {
  const transcript = transcriptOf(told)
  const content = heldFor(
    told.track,
    told.questions.map(({ id }) => id),
  )
  const result = await gradeTranscript({ transcript, content, lexicon, thresholds, scorer: createRuleBasedScorer({ lexicon }) })
  if (result.kind !== 'scorecard') throw new Error(`not graded: ${result.reason}`)
  return { review: reviewOf(transcript, content, result.scorecard), scorecard: result.scorecard, content }
}
