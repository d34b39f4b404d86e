import type { CompiledLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence } from './read-sentences.ts'
import type { TextIndex } from './text-index.ts'
import { isNumber } from './tokenise.ts'

/** A shorter sentence may rest on the one before it ("He agreed in the end"); so many of them in a row rest on nothing. */
const longEnough = 12
const inARow = 3

/** The sentences whose every word would fit any answer to any question: padding, slogans, the frame of a story without the story. */
export function emptySentences(
  sentences: readonly Sentence[],
  index: TextIndex,
  lexicon: CompiledLexicon,
): ReadonlySet<Sentence> {
  const generic = index.segments.map(() => new Set<number>())
  for (const { segment, first, last } of index.find(lexicon.cue('generic'), true))
    for (let at = first; at <= last; at++) generic[segment]?.add(at)
  const isEmpty = ({ segment, first, last }: Sentence): boolean => {
    for (let at = first; at <= last; at++) {
      const word = segment.tokens[at]?.text ?? ''
      if (isNumber(word) || (isContentWord(word) && generic[segment.order]?.has(at) !== true)) return false
    }
    return true
  }

  const empty = new Set<Sentence>()
  let row: Sentence[] = []
  const endRow = () => {
    for (const sentence of row) if (row.length >= inARow || sentence.last - sentence.first + 1 >= longEnough) empty.add(sentence)
    row = []
  }
  for (const sentence of sentences) {
    if (row.at(-1)?.segment !== sentence.segment) endRow()
    if (isEmpty(sentence)) row.push(sentence)
    else endRow()
  }
  endRow()
  return empty
}
