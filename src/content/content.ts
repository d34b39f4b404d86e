import type { Approaches } from '#src/domain/approach.ts'
import type { DeliveryBands } from '#src/domain/delivery.ts'
import type { Question } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { MannerLines } from '#src/domain/manner-lines.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Prompt } from '#src/domain/prompt.ts'
import type { ReviewWords } from '#src/domain/review-words.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import type { Topics } from '#src/domain/topic.ts'
import type { TrackId } from '#src/domain/track.ts'
import type { ContentFault } from '#src/errors.ts'

/** Everything under prompts/ and rubrics/, loaded and validated. */
export interface Content {
  rubrics: ReadonlyMap<TrackId, Rubric>
  questions: readonly Question[]
  prompts: ReadonlyMap<string, Prompt>
  manner: MannerLines
  lexicon: Lexicon
  phrases: Phrases
  thresholds: Thresholds
  delivery: DeliveryBands
  review: ReviewWords
  topics: Topics
  approaches: Approaches
  /** What HOTSEAT_CONTENT added; null when it is unset. */
  own: OwnQuestions | null
}

/** Questions of one's own, which stand in the bank beside those that ship, or in place of those whose ids they have. */
export interface OwnQuestions {
  folder: string
  ids: readonly string[]
  /** What keeps others in the folder out of the bank. */
  faults: readonly ContentFault[]
}
