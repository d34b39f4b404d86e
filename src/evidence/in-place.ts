import type { Place } from '#src/domain/rubric.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { type Match, matchPattern } from './match-pattern.ts'
import type { InterviewerWords } from './said-before.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Tells whether a passage stands where a check counts. */
export type InPlace = (place: Place | undefined) => (match: Match) => boolean

/** A first answer of this many words is a whole story: what follows it are questions about it. */
const wholeStory = 150
/** The opening is never shorter than this. */
const shortestOpening = 120

/** Reads places in what the candidate said. Interviewer turns are searched once for each list of patterns. */
export function placesIn(
  index: TextIndex,
  options: {
    interviewerSaid: readonly InterviewerWords[]
    lexicon: CompiledLexicon
    isOut: (segment: number, sentence: number) => boolean
    /** Of each segment the words that may have been lost to an attack: wherever they were, a passage must stand in its place. */
    lost?: readonly number[]
  },
): InPlace {
  const { interviewerSaid, lexicon, isOut, lost = [] } = options
  /** Segment -> word -> the words of evidence before it, over all segments: what is set aside must not move what was said. */
  const wordsBefore: number[][] = []
  let total = 0
  let first = 0
  for (const { order, tokens } of index.segments) {
    wordsBefore.push(tokens.map(({ sentence }) => (isOut(order, sentence) ? total : total++)))
    if (order === 0) first = total
  }
  const askedAt = askedIn(interviewerSaid, lexicon)
  const lostFrom = (order: number): number => lost.slice(order).reduce((sum, words) => sum + words, 0)
  const lostUpTo = (order: number): number => lost.slice(0, order + 1).reduce((sum, words) => sum + words, 0)

  return (place) => {
    if (place === undefined) return () => true
    const { from = 0, to = 1, asked, until } = place
    const since = asked === undefined ? Number.POSITIVE_INFINITY : askedAt(asked)
    const over = until === undefined ? Number.POSITIVE_INFINITY : askedAt(until)
    // One turn that asks for both is answered by both, and what is asked for later is not over.
    const ends = asked !== undefined && over <= since && since !== Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : over
    /** Whether what was lost stood before the word or after it. */
    const isBetween = (word: number, words: number, { before, after }: { before: number; after: number }): boolean =>
      word >= from * (words + after) && (to === 1 || word + before < Math.max(to * (words + before), shortestOpening))
    return (match) => {
      if (match.segment.turn > ends) return false
      if (match.segment.turn > since) return true
      const word = wordsBefore[match.segment.order]?.[match.first] ?? 0
      const toldUnasked = from === 0 || since === Number.POSITIVE_INFINITY
      const { order } = match.segment
      if (toldUnasked && isBetween(word, total, { before: lostUpTo(order), after: lostFrom(order) })) return true
      const own = lost[0] ?? 0
      return order === 0 && first >= wholeStory && isBetween(word, first, { before: own, after: own })
    }
  }
}

/** The first interviewer turn in which any of the patterns is found; the question itself asks for the whole story, so it is not looked at. */
function askedIn(said: readonly InterviewerWords[], lexicon: CompiledLexicon): (asked: readonly string[]) => number {
  const [question, ...later] = said
  const turns = later.filter(({ text }) => question === undefined || !text.toLowerCase().includes(question.text.toLowerCase()))
  const index = indexText(tokeniseSegments(turns), { lexicon })
  const known = new Map<readonly string[], number>()
  return (asked) => {
    const before = known.get(asked)
    if (before !== undefined) return before
    const found = asked.flatMap((source) => matchPattern(lexicon.pattern(source), index).map(({ segment }) => segment.turn))
    const since = Math.min(...found, Number.POSITIVE_INFINITY)
    known.set(asked, since)
    return since
  }
}
