import { type BoardLines, readBoardText, type TextPart } from './text-lines.ts'
import { type Keyed, withoutShared } from './without-shared.ts'

/** What the longest list of changes may fill, UTF-16 units. */
const longest = 2_000

/**
 * What of a drawing changed from one board's text to a later one, a change a line, by the names of the later board; empty when nothing did.
 * `before` is null when nothing was drawn yet. Parts are known by their labels; one whose label changed is known by its place and its arrows.
 */
export function boardChanges(before: string | null, after: string): string {
  if (before === after) return ''
  const earlier = before === null ? blank : readBoardText(before)
  const later = readBoardText(after)
  const changes = earlier === null || later === null ? lineChanges(before ?? '', after) : partChanges(earlier, later)
  return cut(changes)
}

const blank: BoardLines = { parts: [], arrows: [], holders: [], notes: [], isCut: false }

function partChanges(before: BoardLines, after: BoardLines): string[] {
  const { gone, added, same, renamed } = matchParts(before, after)
  // What stands on both boards has one key: its name on the later one.
  const keys = new Map<string, string>([...same, ...renamed].map(({ from, to }) => [from.name, to.name]))
  const wordsBefore = wordsFor(before)
  const wordsAfter = wordsFor(after)
  const keyBefore = (name: string | null) => (name === null ? 'nothing' : (keys.get(name) ?? `gone ${wordsBefore(name)}`))
  const keyAfter = (name: string | null) => name ?? 'nothing'
  const arrowKeys = (lines: BoardLines, key: (name: string | null) => string, words: (name: string | null) => string) =>
    lines.arrows.map(({ from, to, direction, label }) => {
      const line = { forward: '->', both: '<->', none: '--' }[direction]
      const says = label === null ? '' : `: "${label}"`
      return { key: `${key(from)} ${line} ${key(to)}${says}`, words: `${words(from)} ${line} ${words(to)}${says}` }
    })
  const arrows = differences(arrowKeys(before, keyBefore, wordsBefore), arrowKeys(after, keyAfter, wordsAfter))
  const notes = differences(
    before.notes.map(({ text }) => ({ key: text, words: `"${text}"` })),
    after.notes.map(({ text }) => ({ key: text, words: `"${text}"` })),
  )
  const holding = (lines: BoardLines, key: (name: string | null) => string, words: (name: string | null) => string) =>
    lines.holders.flatMap((holder) =>
      holder.holds.map((name) => {
        const isFrame = holder.name.startsWith('f')
        const holds = isFrame ? frameWords(holder.label) : key(holder.name)
        return { key: `${key(name)} in ${holds}`, words: `${words(name)} in ${isFrame ? holds : words(holder.name)}` }
      }),
    )
  const held = differences(holding(before, keyBefore, wordsBefore), holding(after, keyAfter, wordsAfter))
  return [
    ...added.map((part) => `new part ${wordsAfter(part.name)}`),
    ...renamed.map(({ from, to }) => `${wordsAfter(to.name)} was ${from.label === null ? 'unlabelled' : `"${from.label}"`}`),
    ...gone.map((part) => `gone: ${wordsBefore(part.name).replace(/^n\d+ /, '')}`),
    ...arrows.added.map((words) => `new arrow ${words}`),
    ...arrows.gone.map((words) => `arrow gone: ${words.replaceAll(/\bn\d+ (?=["(])/g, '')}`),
    ...held.added.map((words) => `now ${words}`),
    ...notes.added.map((words) => `new note ${words}`),
    ...notes.gone.map((words) => `note gone: ${words}`),
  ]
}

const frameWords = (label: string | null): string => (label === null ? 'a frame' : `"${label}"`)

function wordsFor({ parts, holders }: BoardLines): (name: string | null) => string {
  const labels = new Map([...holders, ...parts].map(({ name, label }) => [name, label]))
  return (name) => {
    if (name === null) return 'nothing'
    const label = labels.get(name) ?? null
    return label === null ? `${name} (unlabelled)` : `${name} "${label}"`
  }
}

interface Match {
  from: TextPart
  to: TextPart
}

function matchParts(before: BoardLines, after: BoardLines) {
  const labelled = pairsBy(before.parts, after.parts, ({ label, kind }) => `${label ?? ''} ${kind ?? ''}`)
  const sameLabel = pairsBy(labelled.gone, labelled.added, ({ label }) => label ?? '')
  const neighboursBefore = neighbours(before)
  const neighboursAfter = neighbours(after)
  const byArrows = pairsBy(
    sameLabel.gone,
    sameLabel.added,
    (part) => neighboursBefore(part) ?? null,
    (part) => neighboursAfter(part) ?? null,
  )
  return {
    same: [...labelled.pairs, ...sameLabel.pairs],
    renamed: byArrows.pairs,
    gone: byArrows.gone,
    added: byArrows.added,
  }
}

/** Pairs those of one key in order; a null key pairs with none. */
function pairsBy(
  before: readonly TextPart[],
  after: readonly TextPart[],
  keyBefore: (part: TextPart) => string | null,
  keyAfter = keyBefore,
): { pairs: Match[]; gone: TextPart[]; added: TextPart[] } {
  const waiting = new Map<string, TextPart[]>()
  for (const part of before) {
    const key = keyBefore(part)
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), part])
  }
  const pairs = after.flatMap((to) => {
    const key = keyAfter(to)
    const from = key === null ? undefined : waiting.get(key)?.shift()
    return from === undefined ? [] : [{ from, to }]
  })
  const [used, reached] = [new Set(pairs.map(({ from }) => from)), new Set(pairs.map(({ to }) => to))]
  return { pairs, gone: before.filter((part) => !used.has(part)), added: after.filter((part) => !reached.has(part)) }
}

/** What a part has arrows to and from, by their labels; undefined for a part without arrows. */
function neighbours({ parts, arrows }: BoardLines): (part: TextPart) => string | undefined {
  const labels = new Map(parts.map(({ name, label }) => [name, label ?? '']))
  const around = new Map<string, string[]>()
  const add = (name: string | null, words: string) => {
    if (name !== null) around.set(name, [...(around.get(name) ?? []), words])
  }
  for (const { from, to } of arrows) {
    add(from, `to ${labels.get(to ?? '') ?? ''}`)
    add(to, `from ${labels.get(from ?? '') ?? ''}`)
  }
  return ({ name }) => around.get(name)?.sort().join('\n')
}

const differences = (before: readonly Keyed[], after: readonly Keyed[]): { added: string[]; gone: string[] } => ({
  added: withoutShared(after, before),
  gone: withoutShared(before, after),
})

function lineChanges(before: string, after: string): string[] {
  const keyed = (text: string) =>
    text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ key: line.trim(), words: line.trim() }]))
  const { added, gone } = differences(keyed(before), keyed(after))
  return [...added.map((line) => `new: ${line}`), ...gone.map((line) => `gone: ${line}`)]
}

function cut(changes: readonly string[]): string {
  let used = 0
  const kept = changes.filter((line) => {
    used += line.length + 1
    return used <= longest
  })
  return [...kept, ...(kept.length < changes.length ? [`… and ${changes.length - kept.length} more changes`] : [])].join('\n')
}
