import type { Lexicon } from '#src/domain/lexicon.ts'
import { type CompiledLexicon, type CompiledPattern, compileLexicon } from './compile-pattern.ts'
import { byPlace, indexText, type Occurrence, type TextIndex, type TokenisedSegment } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Words `first` to `last` of a segment in which a pattern was found. */
export interface Match {
  segment: TokenisedSegment
  first: number
  last: number
  /** The words that made it match, in order; those between them are not looked at. */
  words: readonly number[]
  pattern: string
}

/**
 * All passages in which a pattern is found, in order, none overlapping another and no two beginning in the same sentence. A passage lies in one
 * sentence or two that follow one another: words further apart are rarely about each other.
 */
export function matchPattern(pattern: CompiledPattern, index: TextIndex): Match[] {
  if (!index.mayHold(pattern)) return []
  const found: (readonly Occurrence[])[] = []
  for (const group of pattern.groups) {
    if (group.excluded) continue
    const list = index.find(group, pattern.negates)
    // Most patterns end here: groups that come after need not be looked for.
    if (list.length === 0) return []
    found.push(list)
  }
  // The rarest group leads, so that the work is bounded by the fewest occurrences.
  const [lead = [], ...others] = found.sort((a, b) => a.length - b.length)
  const barred = pattern.groups.flatMap((group) => (group.excluded ? index.find(group, true) : [])).sort(byPlace)

  const reach = { others, window: pattern.window, oneSentence: pattern.oneSentence }
  const matches: Match[] = []
  let previous = { segment: -1, last: -1, sentence: -1 }
  for (const anchor of lead) {
    const segment = index.segments[anchor.segment]
    if (segment === undefined) continue
    const isTaken = (first: number): boolean =>
      previous.segment === anchor.segment && (first <= previous.last || sentenceAt(segment, first) <= previous.sentence)
    // A passage begins no later than its anchor, so that most of them need not be made.
    if (isTaken(anchor.first)) continue
    const spans = nearest(anchor, { reach, segment })
    if (spans === null) continue
    const first = Math.min(...spans.map((span) => span.first))
    const last = Math.max(...spans.map((span) => span.last))
    if (isTaken(first)) continue
    if (barred.length > 0) {
      const slack = pattern.window - (last - first + 1)
      const near = { segment: anchor.segment, first: first - slack, last: last + slack }
      if (within(barred, pattern.oneSentence ? sentenceAround(anchor, { index, reach: pattern.window }) : near)) continue
    }
    previous = { segment: anchor.segment, last, sentence: sentenceAt(segment, first) }
    const words = spans.flatMap((span) => range(span.first, span.last)).sort((a, b) => a - b)
    matches.push({ segment, first, last, words, pattern: pattern.source })
  }
  return matches
}

/** Matches of any of the patterns, in order of place; of those that begin in the same sentence only the first. */
export const matchPatterns = (patterns: readonly string[], index: TextIndex, lexicon: CompiledLexicon): Match[] =>
  firstInSentence(lexicon.patterns(patterns).flatMap((pattern) => matchPattern(pattern, index)))

/** Matches in order of place; of those that begin in the same sentence only the first. */
export function firstInSentence(matches: readonly Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => a.segment.order - b.segment.order || a.first - b.first || a.last - b.last)
  return sorted.filter((match, at) => {
    const before = sorted[at - 1]
    return before === undefined || before.segment !== match.segment || sentenceOf(before) !== sentenceOf(match)
  })
}

const sentenceAt = (segment: TokenisedSegment, word: number): number => segment.tokens[word]?.sentence ?? 0
export const sentenceOf = (match: Match): number => sentenceAt(match.segment, match.first)
export const isInOneSentence = ({ segment, first, last }: Match): boolean =>
  sentenceAt(segment, first) === sentenceAt(segment, last)

/** True when any of the patterns is found in a text: for one-off questions such as whether a planned probe fits. */
export const matchesAny = (patterns: readonly string[], text: string, lexicon: Lexicon): boolean =>
  patternsIn(text, lexicon).matches(patterns)

/** A text that several lists of patterns are looked for in. */
export function patternsIn(text: string, lexicon: Lexicon): { text: string; matches(patterns: readonly string[]): boolean } {
  const compiled = compileLexicon(lexicon)
  const index = indexOfOne(text, compiled)
  return { text, matches: (patterns) => compiled.patterns(patterns).some((pattern) => matchPattern(pattern, index).length > 0) }
}

/** Texts that were asked about last: each is asked about many times in a row. */
const recent: { text: string; lexicon: CompiledLexicon; index: TextIndex }[] = []
const keptAtMost = 4

function indexOfOne(text: string, lexicon: CompiledLexicon): TextIndex {
  const known = recent.find((one) => one.text === text && one.lexicon === lexicon)
  if (known !== undefined) return known.index
  const index = indexText(tokeniseSegments([{ turn: 1, text }]), { lexicon })
  recent.unshift({ text, lexicon, index })
  recent.length = Math.min(recent.length, keptAtMost)
  return index
}

interface Reach {
  others: readonly (readonly Occurrence[])[]
  window: number
  oneSentence: boolean
}

/** The shorter of the two passages around an anchor: with the sentence before it, and with the one after it; or the one in its own sentence. */
function nearest(anchor: Occurrence, { reach, segment }: { reach: Reach; segment: TokenisedSegment }): Occurrence[] | null {
  const sentence = sentenceAt(segment, anchor.first)
  if (reach.oneSentence && sentenceAt(segment, anchor.last) !== sentence) return null
  if (reach.others.length === 0) return [anchor]
  if (reach.oneSentence) return join(anchor, { reach, segment, from: sentence, to: sentence })
  const before = join(anchor, { reach, segment, from: sentence - 1, to: sentence })
  const after = join(anchor, { reach, segment, from: sentence, to: sentence + 1 })
  if (before === null || after === null) return before ?? after
  return lengthOf(before) < lengthOf(after) ? before : after
}

const lengthOf = (spans: readonly Occurrence[]): number =>
  Math.max(...spans.map(({ last }) => last)) - Math.min(...spans.map(({ first }) => first))

/** Adds to the anchor the nearest occurrence of each other group that shares no word with the rest and keeps the window and the sentences. */
function join(
  anchor: Occurrence,
  { reach, segment, from, to }: { reach: Reach; segment: TokenisedSegment; from: number; to: number },
): Occurrence[] | null {
  const { others, window } = reach
  const spans = [anchor]
  let first = anchor.first
  let last = anchor.last
  for (const list of others) {
    let best: Occurrence | null = null
    let bestLength = Number.POSITIVE_INFINITY
    for (let at = firstFrom(list, anchor.segment, last - window + 1); at < list.length; at++) {
      const next = list[at]
      if (next === undefined || next.segment !== anchor.segment || next.first >= first + window) break
      const length = Math.max(last, next.last) - Math.min(first, next.first) + 1
      if (length > window || length >= bestLength) continue
      if (sentenceAt(segment, next.first) < from || sentenceAt(segment, next.last) > to) continue
      if (spans.some((span) => next.first <= span.last && span.first <= next.last)) continue
      best = next
      bestLength = length
    }
    if (best === null) return null
    spans.push(best)
    first = Math.min(first, best.first)
    last = Math.max(last, best.last)
  }
  return spans
}

/** The words of the sentence in which an occurrence begins, no further away than `reach`. */
function sentenceAround({ segment, first }: Occurrence, { index, reach }: { index: TextIndex; reach: number }): Occurrence {
  const tokens = index.segments[segment]?.tokens ?? []
  const sentence = tokens[first]?.sentence
  let from = first
  let to = first
  while (first - from < reach && from > 0 && tokens[from - 1]?.sentence === sentence) from--
  while (to - first < reach && to < tokens.length - 1 && tokens[to + 1]?.sentence === sentence) to++
  return { segment, first: from, last: to }
}

/** Index of the first occurrence at or after a word of a segment, in a list in order of place. */
export function firstFrom(list: readonly Occurrence[], segment: number, first: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = list[middle]
    if (at !== undefined && (at.segment < segment || (at.segment === segment && at.first < first))) low = middle + 1
    else high = middle
  }
  return low
}

/** True when an occurrence lies wholly inside the span. One that begins in it may reach out of it, and a later, shorter one not. */
function within(sorted: readonly Occurrence[], span: Occurrence): boolean {
  for (let at = firstFrom(sorted, span.segment, span.first); at < sorted.length; at++) {
    const next = sorted[at]
    if (next === undefined || next.segment !== span.segment || next.first > span.last) return false
    if (next.last <= span.last) return true
  }
  return false
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)
