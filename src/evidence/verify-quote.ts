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
  if (words.length < shortestQuote) return null
  const isClaimed = (segment: TokenisedSegment) => segment.turn === claim.turn && segment.artifact === claim.artifact
  const ordered = [...candidateSaid.filter(isClaimed), ...candidateSaid.filter((segment) => !isClaimed(segment))]
  for (const find of [findExactly, findAligned])
    for (const segment of ordered) {
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
