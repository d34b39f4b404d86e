/** A quote from a board's text as people read it: without the names that parts have in that text alone, and with arrows for arrows. */
export const plainBoardQuote = (quote: string): string =>
  quote
    .replace(/(?<!\S)[nf]\d+ (?=["(])/g, '')
    .replace(/ <-> /g, ' ↔ ')
    .replace(/ -> /g, ' → ')
    .trim()
