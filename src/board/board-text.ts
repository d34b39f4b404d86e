import type { Board, BoardEdge, BoardNode, BoardNote } from './board.ts'
import { readBoard } from './read-board.ts'
import { sceneSchema } from './scene.ts'

/**
 * Longest text of a board, UTF-16 units, without the line that counts. Of what is longer each section keeps its beginning and says how much more there is.
 */
const longest = 6_000
/** What of it the parts, the arrows and everything else may fill when all of them are long. */
const shares = { parts: 0.4, arrows: 0.4, rest: 0.2 }

/** A drawing in words, as `boardText` puts it. `scene` is what the drawing's editor keeps; throws ZodError for anything else. */
export const boardTextOf = (scene: unknown): string => boardText(readBoard(sceneSchema.parse(scene)))

/**
 * A board in words, a line for every part, arrow and note. What somebody wrote stands in double quotes, and nothing else does; `text-lines.ts` reads it.
 */
export function boardText(board: Board): string {
  const { nodes, edges, notes, frames, unread } = board
  const named = new Map([...nodes, ...frames].map((one) => [one.id, one]))
  const names = new Map([
    ...nodes.map((node) => [node.id, nameOf(node)] as const),
    ...frames.map(({ id, name, label }) => [id, label === null ? `${name} (frame)` : `${name} "${label}"`] as const),
  ])
  const sections = fitting([
    { head: 'Parts:', lines: nodes.map((node) => partLine(node)), one: 'part', many: 'parts', share: shares.parts },
    { head: 'Arrows:', lines: edges.map((edge) => arrowLine(edge, names)), one: 'arrow', many: 'arrows', share: shares.arrows },
    {
      head: 'Within others:',
      lines: [...heldLines(board), ...framesLines(board)],
      one: 'line',
      many: 'lines',
      share: shares.rest / 2,
    },
    { head: 'Notes:', lines: notes.map((note) => noteLine(note, named)), one: 'note', many: 'notes', share: shares.rest / 2 },
  ])
  const counts = [
    counted(nodes.length, 'part', 'parts'),
    counted(edges.length, 'arrow', 'arrows'),
    ...(frames.length > 0 ? [counted(frames.length, 'frame', 'frames')] : []),
    ...(notes.length > 0 ? [counted(notes.length, 'note', 'notes')] : []),
  ]
  const skipped = [
    ...(unread.strokes > 0 ? [counted(unread.strokes, 'freehand stroke', 'freehand strokes')] : []),
    ...(unread.pictures > 0 ? [counted(unread.pictures, 'picture', 'pictures')] : []),
    ...(unread.lines > 0 ? [counted(unread.lines, 'line', 'lines')] : []),
    ...(unread.others > 0 ? [counted(unread.others, 'thing of another kind', 'things of other kinds')] : []),
  ]
  return [
    nodes.length + edges.length + frames.length + notes.length === 0
      ? 'Board: nothing that can be read'
      : `Board: ${counts.join(', ')}`,
    ...sections,
    ...(skipped.length > 0 ? [`Not read: ${skipped.join(', ')}`] : []),
  ].join('\n')
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const shapeWords: Record<BoardNode['shape'], string> = {
  rectangle: 'an unlabelled rectangle',
  ellipse: 'an unlabelled ellipse',
  diamond: 'an unlabelled diamond',
  group: 'an unlabelled group of shapes',
  text: 'an unlabelled text',
  picture: 'a picture',
}

const nameOf = ({ name, label, shape }: BoardNode): string =>
  label === null ? `${name} (${shapeWords[shape]})` : `${name} "${label}"`

/** The kind of the palette's part is named where the label does not say it. */
function partLine(node: BoardNode): string {
  const { kind, label } = node
  const word = kind?.replace('-', ' ')
  const isSaid = word === undefined || (label ?? '').toLowerCase().includes(word)
  return isSaid ? nameOf(node) : `${nameOf(node)} [${word}]`
}

function arrowLine(edge: BoardEdge, names: ReadonlyMap<string, string>): string {
  const { from, to, direction, fromMark, toMark, label } = edge
  const line = { forward: '->', both: '<->', none: '--' }[direction]
  const ends = [fromMark, line, toMark].filter((part) => part !== null).join(' ')
  const nearby = nearWords(edge)
  return [
    `${names.get(from ?? '') ?? 'nothing'} ${ends} ${names.get(to ?? '') ?? 'nothing'}`,
    ...(label === null ? [] : [`: "${label}"`]),
    ...(nearby === null ? [] : [` (${nearby})`]),
  ].join('')
}

function nearWords({ fromHold, toHold }: BoardEdge): string | null {
  if (fromHold === 'near' && toHold === 'near') return 'both ends near, not attached'
  if (fromHold === 'near') return 'start near, not attached'
  return toHold === 'near' ? 'end near, not attached' : null
}

/** Which parts a part has inside. */
function heldLines({ nodes }: Board): string[] {
  const held = new Map<string, string[]>()
  for (const { inside, name } of nodes) {
    if (inside === null) continue
    const known = held.get(inside)
    if (known === undefined) held.set(inside, [name])
    else known.push(name)
  }
  return nodes.flatMap((node) => {
    const names = held.get(node.id)
    return names === undefined ? [] : [`${nameOf(node)} holds ${names.join(', ')}`]
  })
}

function framesLines({ frames, nodes }: Board): string[] {
  return frames.map(({ id, name, label }) => {
    const names = nodes.filter(({ frame }) => frame === id).map((node) => node.name)
    const holds = names.length === 0 ? 'holds no part' : `holds ${names.join(', ')}`
    return `${name} ${label === null ? '(frame)' : `"${label}"`} ${holds}`
  })
}

function noteLine({ text, at, frame }: BoardNote, named: ReadonlyMap<string, { name: string }>): string {
  const place = named.get(at?.node ?? frame ?? '')
  return place === undefined ? `"${text}"` : `"${text}" (${at?.place ?? 'inside'} ${place.name})`
}

interface Section {
  head: string
  lines: readonly string[]
  /** What one of its lines is called, and several, where some are left out. */
  one: string
  many: string
  share: number
}

/** The sections that have lines; what one section leaves of its share the later ones may fill. */
function fitting(sections: readonly Section[]): string[] {
  const size = (lines: readonly string[]) => lines.reduce((sum, { length }) => sum + length + 1, 0)
  const isLong = sections.reduce((sum, { lines }) => sum + size(lines), 0) > longest
  const needed = sections.map(({ lines, share }) => Math.min(size(lines), share * longest))
  let spare = longest - needed.reduce((sum, one) => sum + one, 0)
  return sections.flatMap(({ head, lines, one, many, share }) => {
    if (lines.length === 0) return []
    if (!isLong) return [head, ...lines]
    const room = Math.min(size(lines), share * longest + spare)
    spare -= Math.max(0, room - share * longest)
    let used = 0
    const kept = lines.filter((line) => {
      used += line.length + 1
      return used <= room
    })
    return [
      head,
      ...kept,
      ...(kept.length < lines.length ? [`… and ${counted(lines.length - kept.length, `more ${one}`, `more ${many}`)}`] : []),
    ]
  })
}
