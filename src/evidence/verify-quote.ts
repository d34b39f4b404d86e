import type { Evidence } from '#src/domain/score.ts'
import type { GuardReport } from './guards.ts'
import { longestQuote, shortestQuote, sliceOf } from './quote-for.ts'
import type { InterviewerWords } from './said-before.ts'
import type { TokenisedSegment } from './text-index.ts'
import { type Token, tokenise } from './tokenise.ts'

/** Share of a quote's words that must be found, and how many stored words one gap may pass over. */
const neededCoverage = 0.85
const longestGap = 8

/**
 * Finds a claimed quote in what the candidate said and gives the stored words in its place; null when it is not there, is too short, is the
 * interviewer's, or stands in a sentence that a guard took out. Case, white space, quotation marks and Markdown do not matter; else 85 % of
 * the words must stand there in order, with one gap at the most. The turn that was claimed is looked at first. Of a long claim only the first
 * 40 words are looked for: more are never shown, and whoever claims them must not hold up the server.
 */
export function verifyQuote(options: {
  claim: { quote: string; turn?: number | undefined; artifact?: string | undefined }
  candidateSaid: readonly TokenisedSegment[]
  interviewerSaid: readonly InterviewerWords[]
  isOut: GuardReport['isOut']
}): Evidence | null {
  const { claim, candidateSaid, interviewerSaid, isOut } = options
  const words = textsOf(tokenise(claim.quote)).slice(0, longestQuote)
  const isClaimed = (segment: TokenisedSegment) => segment.turn === claim.turn && segment.artifact === claim.artifact
  const ordered = [...candidateSaid.filter(isClaimed), ...candidateSaid.filter((segment) => !isClaimed(segment))]
  for (const find of [findExactly, findAligned])
    for (const segment of ordered) {
      if (segment.form === 'drawn') {
        const drawn = quoteOnBoard(words, { segment, find, isOut })
        if (drawn !== null && !wasSaidBefore(drawn.words, segment.turn, interviewerSaid)) return drawn.evidence
        continue
      }
      if (words.length < shortestQuote) continue
      const span = find(
        words,
        segment.tokens.map(({ text, sentence }) => (isOut(segment.order, sentence) ? '' : text)),
      )
      if (span === null) continue
      const last = Math.min(span.last, span.first + longestQuote - 1)
      const shown = segment.tokens.slice(span.first, last + 1)
      if (shown.length < shortestQuote || shown.some(({ sentence }) => isOut(segment.order, sentence))) continue
      if (wasSaidBefore(textsOf(shown), segment.turn, interviewerSaid)) continue
      return sliceOf(segment, span.first, last)
    }
  return null
}

type Find = (words: readonly string[], stored: readonly string[]) => Span | null

/**
 * A quote of a board's text, which may name parts as the text does. What is found must hold somebody's own words; a quote of few words must hold a
 * whole label, so that no word of a long one passes for it.
 */
function quoteOnBoard(
  words: readonly string[],
  { segment, find, isOut }: { segment: TokenisedSegment; find: Find; isOut: GuardReport['isOut'] },
): { evidence: Evidence; words: string[] } | null {
  if (words.length === 0 || (words.length < shortestQuote && find !== findExactly)) return null
  for (const line of linesOf(segment)) {
    const span = find(words, textsOf(line))
    if (span === null) continue
    const [start, end] = [line[span.first]?.start ?? 0, line[span.last]?.end ?? 0]
    const first = segment.tokens.findIndex((token) => token.start >= start)
    const last = segment.tokens.findLastIndex((token) => token.end <= end)
    const own = first < 0 ? [] : segment.tokens.slice(first, last + 1)
    const isOpen = own.length > 0 && !own.some(({ sentence }) => isOut(segment.order, sentence))
    if (isOpen && (words.length >= shortestQuote || holdsLabel(own, segment)))
      return { evidence: sliceOf(segment, first, last), words: textsOf(own) }
  }
  return null
}

const known = new WeakMap<TokenisedSegment, readonly (readonly Token[])[]>()

/** Every word of a board's text, line by line, then of all of it; each claim of a scorecard asks for them. */
function linesOf(segment: TokenisedSegment): readonly (readonly Token[])[] {
  const before = known.get(segment)
  if (before !== undefined) return before
  const all = tokenise(segment.text)
  const lines: Token[][] = []
  let end = -1
  for (const token of all) {
    if (token.start > end) {
      lines.push([])
      end = segment.text.indexOf('\n', token.start)
      if (end < 0) end = segment.text.length
    }
    lines.at(-1)?.push(token)
  }
  const made = [...lines, all]
  known.set(segment, made)
  return made
}

/** Holds all that stands between the quotation marks around its first word. */
function holdsLabel(own: readonly Token[], { text, tokens }: TokenisedSegment): boolean {
  const at = own[0]?.start ?? 0
  const [from, to] = [text.lastIndexOf('"', at), text.indexOf('"', at)]
  return tokens.every((token) => token.start < from || token.end > to || own.includes(token))
}

const textsOf = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => text)

interface Span {
  first: number
  last: number
}

function findExactly(words: readonly string[], stored: readonly string[]): Span | null {
  for (let at = 0; at + words.length <= stored.length; at++)
    if (runLength(words, 0, stored, at) === words.length) return { first: at, last: at + words.length - 1 }
  return null
}

function runLength(words: readonly string[], from: number, stored: readonly string[], at: number): number {
  let length = 0
  while (from + length < words.length && words[from + length] === stored[at + length] && at + length < stored.length) length++
  return length
}

/** Two runs of equal words, in order in both texts, that together cover enough of the quote. */
function findAligned(words: readonly string[], stored: readonly string[]): Span | null {
  const needed = Math.ceil(words.length * neededCoverage)
  const spare = words.length - needed
  for (let skip = 0; skip <= spare; skip++)
    for (let at = 0; at < stored.length; at++) {
      const first = runLength(words, skip, stored, at)
      if (first === 0) continue
      if (first >= needed) return { first: at, last: at + first - 1 }
      for (let missed = 0; skip + missed <= spare; missed++)
        for (let gap = 0; gap <= longestGap; gap++) {
          const second = runLength(words, skip + first + missed, stored, at + first + gap)
          if (second > 0 && first + second >= needed) return { first: at, last: at + first + gap + second - 1 }
        }
    }
  return null
}

const wasSaidBefore = (words: readonly string[], turn: number, interviewerSaid: readonly InterviewerWords[]): boolean =>
  interviewerSaid.some((said) => said.turn < turn && findExactly(words, textsOf(tokenise(said.text))) !== null)
