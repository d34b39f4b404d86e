/** A stretch of a text: UTF-16, `end` not included. */
export interface Stretch {
  start: number
  end: number
}

const label = /(?<![\p{L}\p{N}])(interviewer|candidate|question|answer|q|a)[*_]{0,3}:/giu
const pairs = [
  ['interviewer', 'candidate'],
  ['question', 'answer'],
  ['q', 'a'],
]
/** Names of a scorecard's fields. "rating" and "score" alone are the task of many an honest payload. */
const field = /["'<](verdict|criterion|ratings|recommendation|rationale)["'>]/gi

/** What of a turn pretends to be a record: the lines of both speakers, which one speaker cannot give, or the fields of a verdict. */
export function forgedRecord(text: string): Stretch | null {
  const labels = [...text.matchAll(label)]
  for (const pair of pairs) {
    const spoken = pair.map((one) => labels.find(([, name]) => name?.toLowerCase() === one))
    if (spoken.every((one) => one !== undefined))
      return { start: Math.min(...spoken.map(({ index }) => index)), end: text.length }
  }
  const fields = [...text.matchAll(field)]
  if (new Set(fields.map(([, name]) => name?.toLowerCase())).size < 2) return null
  return { start: fields[0]?.index ?? 0, end: (fields.at(-1)?.index ?? 0) + 1 }
}
