import type { HeadStyle, LineHead } from './line-heads.ts'
import { isHandle, labelKey, roleOfLabel } from './speaker-labels.ts'

interface Seen {
  key: string
  label: string
  count: number
  styles: Map<HeadStyle, number>
  timed: number
  /** How often it had a line of its own. */
  alone: number
  /** How often a few words followed it on its line. */
  saying: number
}

/** Who speaks in a source, by the key of the label, as it is first written. */
export type KnownSpeakers = Map<string, string>

/** Question and answer are labels in a list of both, and words of an answer elsewhere. */
const pairs = new Set(['q', 'a', 'question', 'answer', 'i', 'int'])

/**
 * Tells speakers from words that stand before a colon by chance: by a role, a time, or by coming back in the way that the others are written. `filled` is how many
 * lines have words: a short text, in which nobody speaks twice, is believed when most of its lines have a label.
 * `listed` are those whom the source itself lists as present.
 */
export function knownSpeakersOf(heads: readonly LineHead[], filled: number, listed: readonly string[] = []): KnownSpeakers {
  const present = new Set(listed.map(labelKey))
  const seen = new Map<string, Seen>()
  for (const { label, style, time, rest, isTight } of heads) {
    if (isTight && rest !== '' && roleOfLabel(label) === undefined) continue
    const key = labelKey(label)
    const one = seen.get(key) ?? { key, label, count: 0, styles: new Map<HeadStyle, number>(), timed: 0, alone: 0, saying: 0 }
    one.count += 1
    one.styles.set(style, (one.styles.get(style) ?? 0) + 1)
    if (time !== null) one.timed += 1
    if (rest === '') one.alone += 1
    if (rest.trim().split(/\s+/).length >= fewestWords) one.saying += 1
    seen.set(key, one)
  }
  const all = [...seen.values()]
  const stamps = heads.filter(({ style }) => style === 'stamp').length
  const strong = all.filter((one) => present.has(one.key) || isStrong(one, stamps))
  const certain = strong.some(({ key }) => !pairs.has(key)) ? strong.filter(({ key }) => !pairs.has(key)) : strong
  const isPair = new Set(certain.map(({ label }) => roleOfLabel(label) ?? 'name')).size > 1 || certain.length > 2
  const styles = new Set(certain.map(styleOf))
  const isCertain = new Set(certain)
  const weak = all.filter(
    (one) =>
      !pairs.has(one.key) &&
      !isCertain.has(one) &&
      one.count >= (isHandle(one.label) || isPair ? 3 : 2) &&
      styleOf(one) !== 'bare' &&
      (styles.size === 0 || styles.has(styleOf(one))) &&
      !(styles.has('stamp') && styleOf(one) === 'plain'),
  )
  const known = [...certain, ...weak]
  const isShort = heads.length >= 2 && heads.length >= 0.6 * filled
  const others =
    known.length >= 2
      ? []
      : all.filter((one) => !pairs.has(one.key) && styleOf(one) !== 'heading' && (isShort || one.alone === one.count))
  const speakers = new Set([...known, ...(others.length >= 2 ? others : []), ...rareAmong(all, known, filled)])
  return new Map([...speakers].map(({ key, label }) => [key, label]))
}

const mostOfLines = 0.75
/** Behind a label of somebody who speaks stands a sentence; "Storage: Postgres" is a line of an answer. */
const fewestWords = 3

/** Who speaks once or twice where nearly every line begins with a speaker: such a line is no answer's. */
function rareAmong(all: readonly Seen[], known: readonly Seen[], filled: number): Seen[] {
  const labelled = known.reduce((sum, { count }) => sum + count, 0)
  if (known.length < 2 || filled < 6 || labelled < mostOfLines * filled) return []
  const styles = new Set(known.map(styleOf))
  return all.filter((one) => !pairs.has(one.key) && one.saying === one.count && styles.has(styleOf(one)))
}

function isStrong(one: Seen, stamps: number): boolean {
  const style = styleOf(one)
  if (style === 'chat') return true
  if (style === 'stamp') return stamps >= 2
  if (style === 'bare') return one.count >= 2
  return roleOfLabel(one.label) !== undefined || one.timed > 0
}

/** The way in which a label is written most often. */
const styleOf = ({ styles }: Seen): HeadStyle => [...styles].reduce((most, style) => (style[1] > most[1] ? style : most))[0]
