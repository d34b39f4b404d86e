import type { OpenCheck, Stronger } from '#src/domain/review.ts'
import { figuresOf } from '#src/evidence/figures.ts'
import { type Match, matchPatterns } from '#src/evidence/match-pattern.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import { indexText, tokeniseSegments } from '#src/evidence/text-index.ts'
import type { ReviewedQuestion, ReviewInput } from './review-input.ts'

const mostAdded = 3
const mostFigures = 4

/**
 * An outline of a stronger turn: a sentence of its own to build on, with a blank where it is loose, and what the guide looks for that it left
 * open. Null when nothing is open in it. Every word in it is the candidate's, the guide's or a blank; no figure is made up.
 */
export function strongerOf(options: {
  turn: number
  open: readonly OpenCheck[]
  question: ReviewedQuestion
  input: ReviewInput
}): Stronger | null {
  const { turn, open, question, input } = options
  const wanted = open.filter(({ laterIn }) => laterIn === null).slice(0, mostAdded)
  const text = input.turns[turn - 1]?.text ?? ''
  const loose = looseIn(turn, text, input)
  if (wanted.length === 0) return null
  const keep = loose?.keep ?? wanted.find(({ nearest }) => nearest !== null)?.nearest ?? null
  const index = indexText(tokeniseSegments([{ turn, text }]), { lexicon: input.lexicon })
  return {
    keep,
    filled: loose?.filled ?? null,
    add: wanted.map(({ check, means }) => ({
      check,
      text: means,
      why: question.checks.find(({ result }) => result.check === check)?.why ?? null,
      blank: blankFor(means, input),
    })),
    figures: input.isEnglish ? figuresOf(index, input.lexicon).figures.slice(0, mostFigures) : [],
  }
}

/** The first sentence with a loose word, and the same with a blank in its place. */
function looseIn(turn: number, text: string, { words, lexicon, isEnglish }: ReviewInput) {
  if (!isEnglish) return null
  const index = indexText(tokeniseSegments([{ turn, text }]), { lexicon })
  const found = words.blanks.loose
    .flatMap(({ says, blank }) => matchPatterns(says, index, lexicon).map((match) => ({ match, blank })))
    .sort((a, b) => a.match.first - b.match.first)[0]
  if (found === undefined) return null
  const keep = quoteFor(found.match)
  const { start, end } = placeOf(found.match)
  if (start < keep.start || end > keep.end) return null
  return { keep, filled: `${text.slice(keep.start, start)}${found.blank}${text.slice(end, keep.end)}` }
}

const placeOf = ({ segment, first, last }: Match) => ({
  start: segment.tokens[first]?.start ?? 0,
  end: segment.tokens[last]?.end ?? 0,
})

/** The content is English whatever was spoken. */
function blankFor(means: string, { words, lexicon }: ReviewInput): string | null {
  const index = indexText(tokeniseSegments([{ turn: 0, text: means }]), { lexicon })
  return words.blanks.wanted.find((one) => matchPatterns(one.means, index, lexicon).length > 0)?.blank ?? null
}
