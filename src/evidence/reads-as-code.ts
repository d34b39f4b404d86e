import type { Sentence } from './read-sentences.ts'

/** Marks that code is full of and talk is not. */
const marks = /[{}()[\];<>]|=/g
const fewestMarks = 4
/** Of the words, for which there is a mark. */
const marksAWord = 1 / 4

/** Reads like lines of code that somebody typed, rather than like something said. */
export function readsAsCode({ segment, first, last }: Sentence): boolean {
  const text = segment.text.slice(segment.tokens[first]?.start, segment.tokens[last]?.end)
  const found = text.match(marks)?.length ?? 0
  return found >= fewestMarks && found >= (last - first + 1) * marksAWord
}
