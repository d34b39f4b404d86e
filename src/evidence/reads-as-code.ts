import type { Sentence } from './read-sentences.ts'

/** Marks that code is full of and talk is not. */
const marks = /[{}()[\];<>]|=/g
const fewestMarks = 4
/** Of the words, for which there is a mark. */
const marksAWord = 1 / 4
/** "[]", "[1, 2]" and "O(n log n)" are said too; brackets behind a name index or call. */
const notation = /\b[OΘΩ]\([^()]*(?:\)|$)|(?<![\w\])}])[[({](?:[\s\d.,-]|"[^"]*"|'[^']*')*(?:[\])}]|$)/g
/** Lists of lists and no deeper. */
const depth = 2
const fewestBesideNotation = 3

const marksIn = (text: string): number => text.match(marks)?.length ?? 0

function withoutNotation(text: string): string {
  let left = text
  for (let level = 0; level < depth; level++) left = left.replaceAll(notation, '')
  return left
}

/** Reads like lines of code that somebody typed, rather than like something said. */
export function readsAsCode({ segment, first, last }: Sentence): boolean {
  const text = segment.text.slice(segment.tokens[first]?.start, segment.tokens[last]?.end)
  const found = marksIn(text)
  const isFull = found >= fewestMarks && found >= (last - first + 1) * marksAWord
  return isFull && marksIn(withoutNotation(text)) >= fewestBesideNotation
}
