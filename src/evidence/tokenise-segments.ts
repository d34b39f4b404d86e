import { ownWordsOf, type Span } from '#src/board/text-lines.ts'
import type { Segment, TokenisedSegment } from './text-index.ts'
import { type Token, tokenise } from './tokenise.ts'

/** Pads come whole with every turn in which they changed. */
const pads: ReadonlySet<string> = new Set(['code', 'sql'])

/**
 * The words of texts in order. Of a board's text they are what somebody wrote on it, each line a sentence with none beside it, and no clause in two labels. What stood on an earlier board or in an earlier version of a pad is no new word: it counts where it came first.
 */
export function tokeniseSegments(segments: readonly Segment[]): TokenisedSegment[] {
  const drawn = new Set<string>()
  const typed = new Map<string, ReadonlySet<string>>()
  return segments.map((segment, order): TokenisedSegment => {
    const { artifact, text } = segment
    if (artifact === undefined) return { ...segment, order, form: 'said', tokens: tokenise(text) }
    const own = ownWordsOf(text)
    if (own !== null) return { ...segment, order, form: 'drawn', tokens: wordsOnBoard(text, own, drawn) }
    const tokens = pads.has(artifact) ? newIn(text, typed.get(artifact)) : tokenise(text)
    if (pads.has(artifact)) typed.set(artifact, new Set(linesIn(text).map(({ line }) => line)))
    return { ...segment, order, form: 'said', tokens }
  })
}

/** `known`: the lines of earlier boards, as the words on them; those of this one are added. */
function wordsOnBoard(text: string, own: readonly Span[], known: Set<string>): Token[] {
  const lines = linesIn(text)
  const tokens: Token[] = []
  let clause = 0
  let next = 0
  for (const [at, { start, line }] of lines.entries()) {
    const spans: Span[] = []
    for (let span = own[next]; span !== undefined && span.end <= start + line.length; span = own[++next]) spans.push(span)
    const key = spans.map((span) => text.slice(span.start, span.end)).join('\n')
    if (spans.length === 0 || known.has(key)) continue
    known.add(key)
    for (const span of spans) {
      for (const word of tokenise(text.slice(span.start, span.end)))
        tokens.push({
          ...word,
          start: span.start + word.start,
          end: span.start + word.end,
          sentence: 2 * at,
          clause: clause + word.clause,
        })
      clause = (tokens.at(-1)?.clause ?? clause) + 1
    }
  }
  return tokens
}

/** The words of lines that an earlier version did not have, and of those right before and after them. */
function newIn(text: string, before: ReadonlySet<string> | undefined): readonly Token[] {
  const tokens = tokenise(text)
  if (before === undefined) return tokens
  const lines = linesIn(text)
  const isNew = lines.map(({ line }) => !before.has(line))
  const kept = lines.map((line, at) => ({ ...line, isKept: [at - 1, at, at + 1].some((near) => isNew[near] === true) }))
  let at = 0
  return tokens.filter(({ start }) => {
    while (at < kept.length - 1 && start >= (kept[at + 1]?.start ?? 0)) at++
    return kept[at]?.isKept === true
  })
}

function linesIn(text: string): { start: number; line: string }[] {
  let start = 0
  return text.split('\n').map((line) => {
    const found = { start, line }
    start += line.length + 1
    return found
  })
}
