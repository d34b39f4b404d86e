import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Among } from './answers-another.ts'
import type { Topic } from './apart-from-question.ts'
import { asksInterviewer } from './asks-interviewer.ts'
import { compileLexicon } from './compile-pattern.ts'
import type { RubricRuns } from './given-back.ts'
import { type GuardReport, guardSegments } from './guards.ts'
import { placesIn } from './in-place.ts'
import type { Ground } from './judge-check.ts'
import { repliesIn } from './replies.ts'
import { type InterviewerWords, repeatsInterviewer } from './said-before.ts'
import { indexText, type Segment, type TokenisedSegment } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Makes what a candidate said ready for judging: words found, guards applied, the interviewer's own words known. */
export function groundOf(options: {
  candidateSaid: readonly Segment[]
  interviewerSaid: readonly InterviewerWords[]
  rubricRuns?: RubricRuns
  topic?: Topic | undefined
  among?: Among | undefined
  lexicon: Lexicon
  /** False where another language was spoken. True when unsaid. */
  isEnglish?: boolean | undefined
}): Ground {
  const { interviewerSaid, rubricRuns, topic, among, isEnglish } = options
  const lexicon = compileLexicon(options.lexicon)
  const segments = tokeniseSegments(options.candidateSaid)
  const guards = guardSegments(segments, { lexicon, interviewerSaid, rubricRuns, topic, among, isEnglish })
  const index = indexText(segments, { lexicon, isOut: guards.isOut })
  return {
    index,
    lexicon,
    guards,
    repeatsInterviewer: repeatsInterviewer(interviewerSaid),
    asksInterviewer: asksInterviewer(index, lexicon),
    replies: repliesIn(index, { interviewerSaid, lexicon, isOut: guards.isOut }),
    inPlace: placesIn(index, { interviewerSaid, lexicon, isOut: guards.isOut, lost: lostIn(segments, guards) }),
  }
}

/** Of an answer that is as good as gone no more words are left. */
const emptied = 6

/** An answer that went altogether may have stood in the place of one as long as the longest, and a sentence that was cut in two had words of its own. */
function lostIn(segments: readonly TokenisedSegment[], { isOut, out }: GuardReport): number[] {
  const kept = segments.map(({ order, tokens }) => tokens.filter(({ sentence }) => !isOut(order, sentence)).length)
  const longest = Math.max(0, ...kept)
  return segments.map(({ order, tokens, artifact }) => {
    if (artifact !== undefined || tokens.length === 0) return 0
    const left = kept[order] ?? 0
    if (left < tokens.length && left <= emptied) return longest
    return out.reduce((sum, one) => sum + (one.segment === order ? (one.besides ?? 0) : 0), 0)
  })
}
