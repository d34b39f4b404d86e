/** A stretch of a text that somebody points at; UTF-16 offsets. */
export interface Mark {
  id: string
  start: number
  end: number
}

/** A run of a text that lies under the same marks throughout. */
export interface Piece {
  start: number
  text: string
  /** Ids of the marks over it. */
  marks: readonly string[]
  /** Those of them that begin here. */
  begins: readonly string[]
}

/** Cuts a text at the edges of its marks, which may overlap. The pieces joined are the text; marks outside it are cut to it. */
export function markText(text: string, marks: readonly Mark[]): Piece[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter(({ start, end }) => start < end)
  const edges = [0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges)].sort((left, right) => left - right)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const over = inside.filter((mark) => mark.start <= start && mark.end >= end)
    return {
      start,
      text: text.slice(start, end),
      marks: over.map(({ id }) => id),
      begins: over.filter((mark) => mark.start === start).map(({ id }) => id),
    }
  })
}
