import type { KnownSpeakers } from './known-speakers.ts'
import { labelKey } from './speaker-labels.ts'

/** A label in the middle of a line is looked for this far before its colon. */
const longestLabel = 60

/** What whoever spoke before says, then who else speaks in the same line. */
interface MergedLine {
  first: string
  others: { label: string; text: string }[]
}

/**
 * Parts a line into which several speakers' words have run together: the words of whoever speaks first, then each next speaker with theirs. Only a known
 * speaker who is named after the end of a sentence begins a part.
 */
export function splitMerged(line: string, known: KnownSpeakers): MergedLine {
  const merged: MergedLine = { first: '', others: [] }
  let from = 0
  let label: string | null = null
  const close = (to: number) => {
    const text = line.slice(from, to).trim()
    if (label === null) merged.first = text
    else merged.others.push({ label, text })
  }
  for (const { index } of line.matchAll(/[:：﹕](?=\s|$)|：/gu)) {
    const before = line.slice(Math.max(from, index - longestLabel), index)
    const found = /[.?!…。？！؟][)"”’»\]]*(\s*)(?:\*\*)?([^.?!…。？！؟]{1,60}?)(?:\*\*)?$/u.exec(before)
    const next = found === null ? undefined : known.get(labelKey(found[2] ?? ''))
    if (next === undefined || (found?.[1] === '' && !/[。？！]/u.test(found[0]))) continue
    close(index - (found?.[0].length ?? 0) + (found?.[0].search(/[\s\p{L}]/u) ?? 0))
    label = next
    from = index + 1
  }
  close(line.length)
  return merged
}
