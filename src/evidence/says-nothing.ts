import type { CompiledLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence } from './read-sentences.ts'
import type { TextIndex } from './text-index.ts'
import { isNumber } from './tokenise.ts'

/** A shorter sentence may rest on the one before it ("He agreed in the end"); so many of them in a row rest on nothing. */
const longEnough = 12
const inARow = 3

/**
 * The sentences whose every word would fit any answer to any question: padding, slogans, the frame of a story without the story, and figures in a
 * row of which none says what it is a figure of.
 */
export function emptySentences(
  sentences: readonly Sentence[],
  index: TextIndex,
  lexicon: CompiledLexicon,
): ReadonlySet<Sentence> {
  const generic = genericWords(index, lexicon)
  const isEmpty = ({ segment, first, last }: Sentence): boolean => {
    for (let at = first; at <= last; at++) {
      const word = segment.tokens[at]?.text ?? ''
      if (isNumber(word) || (isContentWord(word) && generic[segment.order]?.has(at) !== true)) return false
    }
    return true
  }

  /** A number, before it nothing that says of what, and at most its unit after it. */
  const isBareFigure = ({ segment, first, last }: Sentence): boolean => {
    const words = segment.tokens.slice(first, last + 1).map(({ text }) => text)
    const number = words.findIndex(isNumber)
    const tells = (word: string, at: number) => isContentWord(word) && generic[segment.order]?.has(first + at) !== true
    return number >= 0 && !words.slice(0, number).some(tells) && words.slice(number + 1).filter(isContentWord).length <= 1
  }
  const isLong = ({ first, last }: Sentence) => last - first + 1 >= longEnough
  return new Set([
    ...rowsOf(sentences, isEmpty).flatMap((row) => (row.length >= inARow ? row : row.filter(isLong))),
    ...rowsOf(sentences, isBareFigure).flatMap((row) => (row.length >= inARow ? row : [])),
  ])
}

/** Segment -> the words that would fit any answer to any question. */
export function genericWords(index: TextIndex, lexicon: CompiledLexicon): readonly ReadonlySet<number>[] {
  const generic = index.segments.map(() => new Set<number>())
  for (const { segment, first, last } of index.find(lexicon.cue('generic'), true))
    for (let at = first; at <= last; at++) generic[segment]?.add(at)
  return generic
}

/** Sentences that follow one another in one segment and all are of a kind. */
function rowsOf(sentences: readonly Sentence[], isOfKind: (sentence: Sentence) => boolean): Sentence[][] {
  const rows: Sentence[][] = []
  let before: Sentence | undefined
  for (const sentence of sentences) {
    const isOne = isOfKind(sentence)
    if (isOne && before?.segment === sentence.segment) rows.at(-1)?.push(sentence)
    else if (isOne) rows.push([sentence])
    before = isOne ? sentence : undefined
  }
  return rows
}
