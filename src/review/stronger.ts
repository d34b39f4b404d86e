import type { OpenCheck, Stronger } from '#src/domain/review.ts'
import { figuresOf } from '#src/evidence/figures.ts'
import { type Match, matchPatterns } from '#src/evidence/match-pattern.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
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
  const { stronger: frames } = input.words
  const wanted = open.filter(({ laterIn }) => laterIn === null).slice(0, mostAdded)
  if (wanted.length === 0) return null
  const text = input.turns[turn - 1]?.text ?? ''
  const loose = looseIn(turn, text, input)
  const nearest = wanted.find((one) => one.nearest !== null)?.nearest
  const figures = figuresIn(turn, text, input)
  const line = (kind: Line['kind'], words: string, why: string | null = null): Line => ({ kind, text: words, why })
  return {
    label: frames.label,
    lines: [
      ...(loose !== null ? [line('fill', filled(frames.fill, { quote: loose.trim() }))] : []),
      ...(loose === null && nearest ? [line('keep', filled(frames.keep, { quote: nearest.quote.trim() }))] : []),
      ...wanted.map(({ check, means }) => {
        const blank = blankFor(means, input)
        const words = filled(blank === null ? frames.add : frames.addFigure, { means: lowerFirst(means), blank: blank ?? '' })
        return line('add', words, question.checks.find(({ result }) => result.check === check)?.why ?? null)
      }),
      ...(figures.length > 0 ? [line('figures', filled(frames.figures, { figures: figures.join(', ') }))] : []),
    ],
  }
}

type Line = Stronger['lines'][number]

const filled = (frame: string, values: Readonly<Record<string, string>>): string =>
  frame.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** "Says why." within a sentence; an abbreviation at its beginning stays. */
const lowerFirst = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

function figuresIn(turn: number, text: string, { lexicon, isEnglish }: ReviewInput): string[] {
  if (!isEnglish) return []
  const { figures } = figuresOf(indexText(tokeniseSegments([{ turn, text }]), { lexicon }), lexicon)
  return figures.slice(0, mostFigures).map(({ quote }) => `“${quote}”`)
}

/** The first sentence with a loose word, with a blank in its place; null where there is none. */
function looseIn(turn: number, text: string, { words, lexicon, isEnglish }: ReviewInput): string | null {
  if (!isEnglish) return null
  const index = indexText(tokeniseSegments([{ turn, text }]), { lexicon })
  const found = words.blanks.loose
    .flatMap(({ says, blank }) => matchPatterns(says, index, lexicon).map((match) => ({ match, blank })))
    .sort((a, b) => a.match.first - b.match.first)[0]
  if (found === undefined) return null
  const keep = quoteFor(found.match)
  const { start, end } = placeOf(found.match)
  if (start < keep.start || end > keep.end) return null
  return `${text.slice(keep.start, start)}${found.blank}${text.slice(end, keep.end)}`
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
