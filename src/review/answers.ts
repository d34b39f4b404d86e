import type { Evidence } from '#src/domain/score.ts'
import { longestQuote, sliceOf } from '#src/evidence/quote-for.ts'
import { type Sentence, sentencesOf } from '#src/evidence/read-sentences.ts'
import { indexText, type TextIndex, type TokenisedSegment } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { once } from './once.ts'

/** One candidate turn as it was said, without what was typed or drew beside it. */
export interface Answer {
  turn: number
  text: string
  words: number
  index: TextIndex
  sentences: readonly Sentence[]
}

/** Every turn of the candidate's with words in it, in order. */
export const answersOf = once((input): readonly Answer[] =>
  input.turns.flatMap(({ speaker, turn, text }): Answer[] => {
    if (speaker !== 'candidate') return []
    const segments = tokeniseSegments([{ turn, text }])
    const words = segments[0]?.tokens.length ?? 0
    if (words === 0) return []
    return [{ turn, text, words, index: indexText(segments, { lexicon: input.lexicon }), sentences: sentencesOf(segments) }]
  }),
)

/** A sentence as it is quoted: its first forty words. */
export const quoteOf = ({ segment, first, last }: Pick<Sentence, 'segment' | 'first' | 'last'>): Evidence =>
  sliceOf(segment, first, Math.min(last, first + longestQuote - 1))

/** The sentence around a word. */
export function sentenceAround(segment: TokenisedSegment, word: number): Sentence | undefined {
  return sentencesOf([segment]).find(({ first, last }) => word >= first && word <= last)
}
