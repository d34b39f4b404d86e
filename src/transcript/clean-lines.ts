import type { UnreadPlace } from '#src/domain/imported.ts'
import { TranscriptError } from './read-transcript.ts'

/** What was expected, at the end of every message about a file that is none of it. */
export const expectedForms =
  'A transcript is expected: text or Markdown with speaker labels ("Interviewer: …"), WebVTT, SRT, the text export of a meeting tool, or JSON with turns.'

const foreign: [RegExp, string][] = [
  [/^PK\p{Cc}{2}/u, 'a Word document or another archive; open it and copy its text'],
  [/^%PDF-/, 'a PDF; open it and copy its text'],
  [/^\{\\rtf/, 'rich text; save it as plain text'],
  [/^\s*<(?:!doctype html|html|\?xml)\b/i, 'HTML or XML; open it and copy its text'],
]

/** The text without byte order mark and without characters that have no width and no meaning. `source` names it in messages. Throws TranscriptError for what is not text. */
export function cleanText(text: string, source: string): string {
  const what = foreign.find(([beginning]) => beginning.test(text.slice(0, 200)))?.[1]
  if (what !== undefined) throw new TranscriptError(`${source} is ${what}. ${expectedForms}`)
  if (text.includes('\0'))
    throw new TranscriptError(
      `${source} is not UTF-8 text: it may be UTF-16 or no text at all. Save it as UTF-8. ${expectedForms}`,
    )
  const clean = text.replaceAll(/\uFEFF|\u200B|\u2060|\u00AD/g, '')
  if (clean.trim() === '') throw new TranscriptError(`${source} is empty. ${expectedForms}`)
  if (!hasWords(clean)) throw new TranscriptError(`${source} has no words. ${expectedForms}`)
  return clean
}

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Lines, whatever ends them. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)

const mostUnread = 2000

/** The places that could not be read, in order; the last one says how many are left out when there are too many to list. */
export function shortened(places: UnreadPlace[]): UnreadPlace[] {
  const shown = places.slice(0, mostUnread).map((place) => ({ ...place, text: short(place.text) }))
  const next = places[mostUnread]
  if (next === undefined) return shown
  return [...shown, { ...next, text: short(next.text), reason: `${places.length - mostUnread} more places, from this one on` }]
}

const short = (text: string): string => {
  const line = text.slice(0, 200).trim()
  return line.length > 120 ? `${line.slice(0, 119).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}

/** Words as white space parts them; in scripts without spaces a character counts as one. */
export const countWords = (text: string): number =>
  text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}](?:[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]*)/gu,
  )?.length ?? 0
