import type { GapKind } from '#src/domain/move.ts'
import type { PartKind } from './palette.ts'
import type { BoardLines, TextPart } from './text-lines.ts'

/** Of the gaps those that a drawing can have. */
type BoardGapKind = Exclude<GapKind, 'loop-in-loop' | 'query-unwritten' | 'code-unwritten'>

/** Something that a drawing leaves open, about the part of a label; `other`: the label at the far end of the arrow. */
export interface BoardGap {
  kind: BoardGapKind
  part: string
  other?: string
}

/** Who has drawn less has only begun. */
const fewest = { parts: 3, arrows: 2 }

/**
 * What can be seen to be missing, and nothing that takes an opinion: the likeliest to matter first. None of a drawing of which a part was left out,
 * since it may be there; none about a label that two parts have, since nobody could tell which of them is meant.
 */
export function boardGaps(lines: BoardLines, kindOf: (part: TextPart) => PartKind | null): BoardGap[] {
  const { parts, arrows, isCut } = lines
  if (isCut || parts.length < fewest.parts || arrows.length < fewest.arrows) return []
  const labels = onceLabelled(parts)
  const byName = new Map(parts.map((part) => [part.name, part]))
  const kinds = new Map(parts.map((part) => [part.name, kindOf(part)]))
  const about = (name: string | null, kind: BoardGapKind, other?: string | null): BoardGap[] => {
    const part = labels.get(name ?? '')
    return part === undefined || other === null ? [] : [{ kind, part, ...(other !== undefined && { other }) }]
  }
  const ends = endsByPart(lines)
  const named = (kind: PartKind) => parts.filter(({ name }) => kinds.get(name) === kind)
  const joins = (name: string, kind: PartKind) => [...(ends.get(name)?.with ?? [])].some((other) => kinds.get(other) === kind)

  // A worker may be drawn as it asks the queue, which is an arrow the other way.
  const unread = named('queue').filter(({ name }) => ends.get(name)?.in && !ends.get(name)?.out && !joins(name, 'worker'))
  const unwritten = named('queue').filter(({ name }) => ends.get(name)?.out && !ends.get(name)?.in)
  const direct = named('client').flatMap(({ name }) =>
    [...(ends.get(name)?.with ?? [])].filter((other) => kinds.get(other) === 'database').map((other) => ({ name, other })),
  )
  const unlabelled = arrows.flatMap(({ from, to }) => {
    const [one, other] = [byName.get(from ?? ''), byName.get(to ?? '')]
    if (one?.label === null && other !== undefined) return about(other.name, 'part-unlabelled')
    return other?.label === null && one !== undefined ? about(one.name, 'part-unlabelled') : []
  })
  const reached = withinReached(lines, ends)
  const alone = parts.filter(({ name }) => !ends.has(name) && !reached.has(name))
  return [
    ...unread.flatMap(({ name }) => about(name, 'queue-unread')),
    ...direct.flatMap(({ name, other }) => about(name, 'client-to-database', labels.get(other) ?? null)),
    ...arrows.flatMap(({ from, to }) => (to === null ? about(from, 'arrow-to-nothing') : [])),
    ...arrows.flatMap(({ from, to }) => (from === null ? about(to, 'arrow-from-nothing') : [])),
    ...unwritten.flatMap(({ name }) => about(name, 'queue-unwritten')),
    ...unlabelled,
    ...alone.flatMap(({ name }) => about(name, 'part-alone')),
  ]
}

/** A label can be said back when it is short and plain. */
const sayable = /^[\p{L}\p{N}][\p{L}\p{N} ,&()/_:+-]{1,59}$/u
const mostWords = 8

/** Name -> label, of the parts whose label no other part has. */
function onceLabelled(parts: readonly TextPart[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { label } of parts) {
    const key = (label ?? '').toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Map(
    parts.flatMap(({ name, label }) =>
      label !== null && counts.get(label.toLowerCase()) === 1 && sayable.test(label) && label.split(' ').length <= mostWords
        ? [[name, label] as const]
        : [],
    ),
  )
}

interface Ends {
  in: boolean
  out: boolean
  with: Set<string>
}

/** Part -> whether arrows come to it and leave it, and what is at their other ends. Lines without heads and with two go both ways. */
function endsByPart({ arrows }: BoardLines): Map<string, Ends> {
  const ends = new Map<string, Ends>()
  const at = (name: string): Ends => {
    const known = ends.get(name) ?? { in: false, out: false, with: new Set<string>() }
    ends.set(name, known)
    return known
  }
  for (const { from, to, direction } of arrows) {
    const isBoth = direction !== 'forward'
    if (from !== null) {
      at(from).out = true
      if (isBoth) at(from).in = true
      if (to !== null) at(from).with.add(to)
    }
    if (to !== null) {
      at(to).in = true
      if (isBoth) at(to).out = true
      if (from !== null) at(to).with.add(from)
    }
  }
  return ends
}

/** Parts that hold others or lie in something that an arrow reaches: an arrow to a whole is one to what is in it. */
function withinReached({ holders }: BoardLines, ends: ReadonlyMap<string, Ends>): Set<string> {
  const reached = new Set(holders.map(({ name }) => name))
  for (const { name, holds } of holders) if (ends.has(name)) for (const one of holds) reached.add(one)
  return reached
}
