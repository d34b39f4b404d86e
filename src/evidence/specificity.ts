import type { CompiledLexicon } from './compile-pattern.ts'
import { sentencesOf } from './read-sentences.ts'
import type { TextIndex } from './text-index.ts'
import { isNumber } from './tokenise.ts'

/** How specific an answer is, each per hundred words. */
export interface Specificity {
  /** Different figures with what follows them: "two rows" said twice is one. At most four: more of them say no more. */
  figures: number
  /** Words that would fit any answer: "robust", "best practice", "stakeholders". */
  generalities: number
  /** Nouns made of verbs and adjectives ("alignment"), those that name a thing of the trade ("transaction") left out. */
  abstractions: number
  /** Figures less generalities and abstractions, from -6 to 0. */
  value: number
}

const mostFigures = 4
const lowest = -6
/** Figures make up for general words and no more: stuffing an answer with them lifts nothing. */
const highest = 0

/**
 * How specific the words are that count as evidence: detail against vagueness, after the idea of VAGO (Guélorget et al., "Combining vagueness
 * detection with deep learning to identify fake news", FUSION 2021), with lists of our own. Says nothing of grammar, fillers, length or accent.
 */
export function specificityOf(
  index: TextIndex,
  { lexicon, isOut }: { lexicon: CompiledLexicon; isOut: (segment: number, sentence: number) => boolean },
): Specificity {
  const said = sentencesOf(index.segments).filter(
    ({ segment, sentence }) => segment.form === 'said' && !isOut(segment.order, sentence),
  )
  const words = said.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (words === 0) return { figures: 0, generalities: 0, abstractions: 0, value: lowest }
  const perHundred = (count: number) => (100 * count) / words

  const figures = new Set<string>()
  for (const { segment, first, last } of said)
    for (let at = first; at <= last; at++) {
      const figure = segment.tokens[at]?.text ?? ''
      if (isNumber(figure)) figures.add(`${figure} ${segment.tokens[at + 1]?.text ?? ''}`)
    }
  const places = (cue: string) => new Set(index.find(lexicon.cue(cue), true).map(({ segment, first }) => `${segment} ${first}`))
  const trade = places('abstract-of-the-trade')
  const abstract = [...places('abstract')].filter((place) => !trade.has(place))

  const counted = {
    figures: Math.min(mostFigures, perHundred(figures.size)),
    generalities: perHundred(places('generality').size),
    abstractions: perHundred(abstract.length),
  }
  const value = counted.figures - counted.generalities - counted.abstractions
  return { ...counted, value: Math.max(lowest, Math.min(highest, value)) }
}
