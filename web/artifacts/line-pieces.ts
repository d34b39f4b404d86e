import type { Piece } from '../scorecard/mark-text.ts'

/** The pieces of a text, line by line; each line keeps its line break. A piece that goes over several lines begins in its first. */
export function linePieces(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  for (const piece of pieces) {
    let { start, begins } = piece
    for (const text of piece.text.split(/(?<=\n)/)) {
      line.push({ start, text, marks: piece.marks, begins })
      start += text.length
      begins = []
      if (text.endsWith('\n')) {
        lines.push(line)
        line = []
      }
    }
  }
  return line.length === 0 ? lines : [...lines, line]
}
