import type { QuestionDelivery } from '#src/domain/delivery.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { longestQuote, sliceOf } from './quote-for.ts'
import { isContentWord, sentencesOf } from './read-sentences.ts'
import type { TextIndex, TokenisedSegment } from './text-index.ts'
import { isNumber as isKnownNumber, type Token } from './tokenise.ts'

/**
 * The different figures of a text, each with the word that follows, and the sentences that hold one against what it was before. A number in
 * words is a figure where a measure of the lexicon follows ("two hours"); a year is none.
 */
export function figuresOf(index: TextIndex, lexicon: CompiledLexicon): Pick<QuestionDelivery, 'figures' | 'baselines'> {
  const measures = new Map<string, number>()
  for (const { segment, first, last } of index.find(lexicon.cue('story-measure'), true)) {
    const begins = index.segments[segment]?.tokens[first]?.text ?? ''
    const goesOn = index.segments[segment]?.tokens[last]?.text === 'of'
    if (!goesOn && (isContentWord(begins) || ratesBegin.has(begins))) measures.set(`${segment} ${first}`, last)
  }
  const figures = new Map<string, QuestionDelivery['figures'][number]>()
  for (const segment of index.segments)
    for (const at of segment.tokens.keys()) {
      const figure = figureAt(segment, at, measures)
      if (figure === null) continue
      const start = segment.tokens[at]?.start ?? 0
      const wordsEnd = segment.tokens[figure]?.end ?? start
      const end = wordsEnd + (segment.text[wordsEnd] === '%' ? 1 : 0)
      const quote = segment.text.slice(start, end)
      if (!figures.has(quote.toLowerCase())) figures.set(quote.toLowerCase(), { turn: segment.turn, start, end, quote })
    }

  const compared = new Set(
    index.find(lexicon.cue('told-baseline'), true).map(({ segment, first }) => {
      const { sentence } = index.segments[segment]?.tokens[first] ?? {}
      return `${segment} ${sentence}`
    }),
  )
  const baselines = sentencesOf(index.segments)
    .filter(({ segment, sentence, first, last }) => {
      const tokens = segment.tokens.slice(first, last + 1)
      return saysChange(tokens) || (tokens.some(({ text }) => isNumber(text)) && compared.has(`${segment.order} ${sentence}`))
    })
    .map(({ segment, first, last }) => sliceOf(segment, first, Math.min(last, first + longestQuote - 1)))
  return { figures: [...figures.values()], baselines }
}

/** The place of the word that a figure ends with; null where none begins. `measures`: where each measure begins, and ends. */
function figureAt(segment: TokenisedSegment, at: number, measures: ReadonlyMap<string, number>): number | null {
  const { tokens, text, order } = segment
  const { clause, text: number = '' } = tokens[at] ?? {}
  const inClause = (place: number) => tokens[place]?.clause === clause
  const isFigure = (place: number) => inClause(place) && isNumber(tokens[place]?.text ?? '')
  // "three hundred" is one figure.
  if (!isFigure(at) || isFigure(at - 1)) return null
  const isWritten = /^\p{N}/u.test(number)
  if (isWritten && /^(19|20)\d\d$/.test(number) && (!inClause(at - 1) || yearsFollow.has(tokens[at - 1]?.text ?? ''))) return null
  let last = at
  while (isFigure(last + 1)) last++
  if (text[tokens[last]?.end ?? 0] === '%') return last
  const measured = inClause(last + 1) ? measures.get(`${order} ${last + 1}`) : undefined
  if (measured !== undefined && /^\p{L}/u.test(tokens[last + 1]?.text ?? '')) return measured
  if (!isWritten) return last > at ? last : null
  return inClause(last + 1) && isContentWord(tokens[last + 1]?.text ?? '') ? last + 1 : last
}

/** "From 40 minutes to 6", "30% -> 4%": a figure before and after. */
export function saysChange(tokens: readonly Pick<Token, 'text' | 'sign'>[]): boolean {
  const words = tokens.map(({ text }) => text)
  const from = words.indexOf('from')
  const to = words.indexOf('to', from)
  if (from >= 0 && to > from && words.slice(from, to).some(isNumber) && words.slice(to, to + 4).some(isNumber)) return true
  return tokens.some(({ text, sign }, at) => sign === '->' && tokens[at - 1]?.sign !== ':' && isChange(text, words[at + 1] ?? ''))
}

/** "Step 1 -> 2" counts on. */
const isChange = (before: string, after: string): boolean =>
  isNumber(before) && isNumber(after) && Number(after) !== Number(before) + 1

/** "per cent", "a day", "an hour". */
const ratesBegin = new Set(['per', 'a', 'an'])
/** Numbers in words that patterns do not look for. */
const furtherNumbers = new Set(['thirteen', 'fourteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'])
const isNumber = (word: string): boolean => isKnownNumber(word) || furtherNumbers.has(word)

/** Before a year: "in 2022", "since 2019", "march 2020". */
const yearsFollow = new Set(
  'in of since from until by early late around year january february march april may june july august september october november december'.split(
    ' ',
  ),
)
