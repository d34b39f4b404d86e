import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Topic } from './apart-from-question.ts'
import { compileLexicon } from './compile-pattern.ts'
import type { RubricRuns } from './given-back.ts'
import { guardSegments } from './guards.ts'
import { placesIn } from './in-place.ts'
import type { Ground } from './judge-check.ts'
import { type InterviewerWords, repeatsInterviewer } from './said-before.ts'
import { indexText, type Segment, tokeniseSegments } from './text-index.ts'

/** Makes what a candidate said ready for judging: words found, guards applied, the interviewer's own words known. */
export function groundOf(options: {
  candidateSaid: readonly Segment[]
  interviewerSaid: readonly InterviewerWords[]
  rubricRuns?: RubricRuns
  topic?: Topic | undefined
  lexicon: Lexicon
}): Ground {
  const { interviewerSaid, rubricRuns, topic } = options
  const lexicon = compileLexicon(options.lexicon)
  const segments = tokeniseSegments(options.candidateSaid)
  const guards = guardSegments(segments, { lexicon, interviewerSaid, rubricRuns, topic })
  const index = indexText(segments, { lexicon, isOut: guards.isOut })
  return {
    index,
    lexicon,
    guards,
    repeatsInterviewer: repeatsInterviewer(interviewerSaid),
    inPlace: placesIn(index, { interviewerSaid, lexicon, isOut: guards.isOut }),
  }
}
