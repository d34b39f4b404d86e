import type { Evidence } from '#src/domain/score.ts'
import type { Match } from './match-pattern.ts'
import type { TokenisedSegment } from './text-index.ts'

export const shortestQuote = 4
export const longestQuote = 40

/** The sentence or sentences that hold a match, as a slice of the stored text, of 4 to 40 words (fewer when the text has fewer). */
export function quoteFor(match: Match): Evidence {
  const { tokens, form } = match.segment
  if (form === 'drawn') return sliceOf(match.segment, match.first, match.last)
  const sentenceAt = (at: number) => tokens[at]?.sentence ?? -1
  let first = match.first
  let last = match.last
  while (first > 0 && sentenceAt(first - 1) === sentenceAt(match.first)) first--
  while (last < tokens.length - 1 && sentenceAt(last + 1) === sentenceAt(match.last)) last++
  while (last - first + 1 < shortestQuote && (first > 0 || last < tokens.length - 1)) {
    if (last < tokens.length - 1) last++
    else first--
  }
  if (last - first + 1 > longestQuote) {
    const spare = Math.max(0, longestQuote - (match.last - match.first + 1))
    first = Math.max(first, match.first - Math.floor(spare / 2))
    last = Math.min(last, first + longestQuote - 1)
    first = Math.max(0, Math.min(first, last - longestQuote + 1))
  }
  return sliceOf(match.segment, first, last)
}

/**
 * The words `first` to `last` of a segment as evidence, with the mark that ends the sentence when one follows at once; of a board the lines that hold
 * them, so that a label stands with the part's name and its arrow.
 */
export function sliceOf(segment: TokenisedSegment, first: number, last: number): Evidence {
  const wordsStart = segment.tokens[first]?.start ?? 0
  const wordsEnd = segment.tokens[last]?.end ?? segment.text.length
  const { start, end } = segment.form === 'drawn' ? linesAround(segment.text, wordsStart, wordsEnd) : sentence()
  const place = segment.artifact === undefined ? { turn: segment.turn } : { turn: segment.turn, artifact: segment.artifact }
  return { ...place, start, end, quote: segment.text.slice(start, end) }

  function sentence() {
    return { start: wordsStart, end: wordsEnd + (/^[.!?…]/.test(segment.text.slice(wordsEnd)) ? 1 : 0) }
  }
}

function linesAround(text: string, from: number, to: number): { start: number; end: number } {
  const next = text.indexOf('\n', to)
  return { start: text.lastIndexOf('\n', from) + 1, end: next < 0 ? text.length : next }
}
