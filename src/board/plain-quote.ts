/** A quote from a board's text as people read it: labels without the names and quotation marks of that text, and arrows for arrows. */
export const plainBoardQuote = (quote: string): string =>
  quote
    .replace(/(?<!\S)[nf]\d+ (?=["(])/g, '')
    .replace(/"/g, '')
    .replace(/ <-> /g, ' ↔ ')
    .replace(/ -> /g, ' → ')
    .trim()
