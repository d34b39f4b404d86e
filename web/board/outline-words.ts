import type { Board, BoardEdge, BoardNode } from '#src/board/board.ts'
import { palette } from '#src/board/palette.ts'

const shapeWords: Record<BoardNode['shape'], string> = {
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  diamond: 'Diamond',
  group: 'Group',
  text: 'Text',
  picture: 'Picture',
}

/** What a part is, beside its name. */
export const kindWords = ({ kind, shape }: Pick<BoardNode, 'kind' | 'shape'>): string =>
  palette.find((part) => part.kind === kind)?.label ?? shapeWords[shape]

/** Id of a part or frame -> what it is called in lists: by its label, and by its short name too where that is needed to tell it. */
export function namesOf({ nodes, frames }: Pick<Board, 'nodes' | 'frames'>): Map<string, string> {
  const labels = [...nodes, ...frames].map(({ label }) => label)
  const isOnly = (label: string) => labels.indexOf(label) === labels.lastIndexOf(label)
  const called = ({ label, name }: { label: string | null; name: string }, what: string) => {
    if (label === null) return `${what} ${name}`
    return isOnly(label) ? label : `${label} (${name})`
  }
  return new Map([
    ...nodes.map((node) => [node.id, called(node, kindWords(node))] as const),
    ...frames.map((frame) => [frame.id, called(frame, 'Frame')] as const),
  ])
}

/** An arrow as "from, arrow, to". An end that only lies near a part is flagged; one that lies nowhere is said to be loose. */
export function edgeWords(edge: BoardEdge, names: ReadonlyMap<string, string>): string {
  const end = (id: string | null, hold: BoardEdge['fromHold']) => {
    const name = id === null ? undefined : names.get(id)
    if (name === undefined) return 'loose end'
    return hold === 'near' ? `${name} (near, not attached)` : name
  }
  const arrow = { forward: '→', both: '↔', none: '–' }[edge.direction]
  return `${end(edge.from, edge.fromHold)} ${arrow} ${end(edge.to, edge.toHold)}`
}

/** The same for a screen reader, which has no word for arrows. */
export function edgeSaid(edge: BoardEdge, names: ReadonlyMap<string, string>): string {
  const joined = { forward: ' to ', both: ' to and from ', none: ' joined to ' }[edge.direction]
  return edgeWords(edge, names).replace(/ [→↔–] /, joined)
}

/** What stands on the board and in no list; empty when there is nothing of the kind. */
export function unreadWords({ strokes, pictures, lines, others }: Board['unread']): string {
  const parts = [
    counted(strokes, 'freehand stroke'),
    counted(lines, 'line'),
    counted(pictures, 'picture'),
    counted(others, 'other thing'),
  ].filter((words) => words !== '')
  return parts.length === 0 ? '' : `Not listed: ${parts.join(', ')}.`
}

const counted = (count: number, what: string): string => (count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`)
