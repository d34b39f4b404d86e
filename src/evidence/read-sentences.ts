import type { TokenisedSegment } from './text-index.ts'

/** One sentence of a segment: words `first` to `last`. */
export interface Sentence {
  segment: TokenisedSegment
  sentence: number
  first: number
  last: number
  /** Ends with a question mark. */
  asks: boolean
}

/** The sentences of segments, in order. */
export function sentencesOf(segments: readonly TokenisedSegment[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const segment of segments) {
    const { tokens, text } = segment
    for (let first = 0; first < tokens.length; ) {
      const sentence = tokens[first]?.sentence ?? 0
      let last = first
      while (tokens[last + 1]?.sentence === sentence) last++
      const end = tokens[last]?.end ?? text.length
      sentences.push({
        segment,
        sentence,
        first,
        last,
        asks: /^\s*[?？؟]/.test(text.slice(end, tokens[last + 1]?.start)),
      })
      first = last + 1
    }
  }
  return sentences
}

export const wordsOf = ({ segment, first, last }: Pick<Sentence, 'segment' | 'first' | 'last'>): string[] =>
  segment.tokens.slice(first, last + 1).map((token) => token.text)

const functionWords = new Set(
  (
    'a an the this that these those there here it its i im ive id ill me my mine we us our you your he him his she her they them their one ones ' +
    'and or but so because since as if then else than when while until where which who whom whose what why how also too just only even still ' +
    'of to in on at by for from with into onto out up down over under about after before between through per via again each every all any both some most more less much many few ' +
    'is are was were be been being am do does did done doing have has had having will would can could should shall may might must ' +
    'not no nor never dont doesnt didnt cant cannot couldnt wont wouldnt isnt arent wasnt werent thats theres lets let ' +
    'very really quite okay ok yes yeah well now like same other another such own get gets got go goes went make makes made take takes took put say says said'
  ).split(' '),
)

/** Words that carry what is said; the rest only joins them. */
export const isContentWord = (word: string): boolean => word.length > 1 && !functionWords.has(word)
