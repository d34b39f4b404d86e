import type { Guide } from '#src/domain/guide.ts'
import type { HeldContent } from '#src/domain/interview.ts'
import { isEnglish } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { ReviewWords } from '#src/domain/review-words.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { type CompiledLexicon, compileLexicon } from '#src/evidence/compile-pattern.ts'
import { indexText, type TextIndex } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { candidateSegments, type NumberedTurn, questionTurns } from '#src/scoring/question-turns.ts'
import { type PlacedCheck, placedChecks } from './placed-checks.ts'

export interface ReviewRequest {
  transcript: Transcript
  content: HeldContent
  /** Null where nothing could be scored: then nothing of the guide is in the review either. */
  scorecard: Scorecard | null
  lexicon: Lexicon
  phrases: Phrases
  words: ReviewWords
}

/** One question of the interview with all that was said on it. */
export interface ReviewedQuestion {
  id: string
  text: string
  guide: Guide | null
  turns: readonly NumberedTurn[]
  /** What the candidate said, typed and drew. */
  said: TextIndex
  checks: readonly PlacedCheck[]
}

/** An interview read once for all parts of its review. */
export interface ReviewInput extends Omit<ReviewRequest, 'lexicon'> {
  source: Lexicon
  lexicon: CompiledLexicon
  turns: readonly NumberedTurn[]
  questions: readonly ReviewedQuestion[]
  /** Lists of words are English. */
  isEnglish: boolean
}

export function readInput({ lexicon: source, ...request }: ReviewRequest): ReviewInput {
  const { transcript, content, scorecard } = request
  const lexicon = compileLexicon(source)
  const turns = transcript.turns.map((turn, at) => ({ ...turn, turn: at + 1 }))
  const questions = transcript.questions.map(({ id, text }, at): ReviewedQuestion => {
    const own = questionTurns(transcript, at)
    const guide = content.questions.find((question) => question.id === id)?.guide ?? null
    const scores = scorecard?.perQuestion[at]?.scores ?? []
    return {
      id,
      text,
      guide,
      turns: own,
      said: indexText(tokeniseSegments(candidateSegments(own)), { lexicon }),
      checks: placedChecks(scores, { rubric: content.rubric, guide, level: transcript.level }),
    }
  })
  return { ...request, source, lexicon, turns, questions, isEnglish: isEnglish(transcript.language ?? 'en') }
}

/** The question that a turn is about. */
export const questionAt = ({ questions }: ReviewInput, turn: number): ReviewedQuestion | undefined =>
  questions.find((question) => question.turns.some((one) => one.turn === turn))

/** The first answer of the candidate's after a turn of the interviewer's; undefined when the interviewer spoke again first. */
export function answerTo({ turns }: ReviewInput, turn: number): NumberedTurn | undefined {
  const next = turns[turn]
  return next?.speaker === 'candidate' ? next : undefined
}
