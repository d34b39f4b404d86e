/** A stretch of a text: UTF-16, `end` not included. */
export interface Stretch {
  start: number
  end: number
}

const label = /(?<![\p{L}\p{N}])(interviewer|candidate)[*_]{0,3}:/giu
/** Names of a scorecard's fields. "rating" and "score" alone are the task of many an honest payload. */
const field = /["'<](verdict|criterion|ratings|recommendation|rationale)["'>]/gi

/** What of a turn pretends to be a record: the lines of both speakers, which one speaker cannot give, or the fields of a verdict. */
export function forgedRecord(text: string): Stretch | null {
  const labels = [...text.matchAll(label)]
  const names = new Set(labels.map(([, name]) => name?.toLowerCase()))
  if (names.size === 2) return { start: labels[0]?.index ?? 0, end: text.length }
  const fields = [...text.matchAll(field)]
  if (new Set(fields.map(([, name]) => name?.toLowerCase())).size < 2) return null
  return { start: fields[0]?.index ?? 0, end: (fields.at(-1)?.index ?? 0) + 1 }
}
