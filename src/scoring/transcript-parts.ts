/** An exchange: what is said across a cut is read once with its question before it. */
const overlap = 2

/**
 * Cuts turns into parts of at most so many characters, each beginning with the last exchange of the part before it where there is room. Turns
 * stay whole: one that is longer than a part is a part of its own.
 */
export function transcriptParts<Turn>(
  turns: readonly Turn[],
  { sizeOf, room }: { sizeOf: (turn: Turn) => number; room: number },
): Turn[][] {
  const sizes = turns.map(sizeOf)
  const size = (from: number, to: number) => sizes.slice(from, to).reduce((sum, one) => sum + one, 0)
  const parts: Turn[][] = []
  let from = 0
  for (;;) {
    let to = from + 1
    while (to < turns.length && size(from, to + 1) <= room) to++
    parts.push(turns.slice(from, to))
    if (to >= turns.length) return parts
    // As much of the overlap as leaves room for a turn that is new.
    const least = Math.max(from + 1, to - overlap)
    from = to
    while (from > least && size(from - 1, to + 1) <= room) from--
  }
}
