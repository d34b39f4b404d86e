import type { Board, BoardEdge, BoardFrame } from './board.ts'
import { isFrame, isLinear, isPicture, isShape, onOneLine } from './element-kinds.ts'
import { endsOf, type Point } from './geometry.ts'
import { partGroups } from './part-groups.ts'
import { placeNodes, placeTexts } from './place-texts.ts'
import { readEdges } from './read-edges.ts'
import { type DraftNode, readNodes } from './read-nodes.ts'
import { inReadingOrder } from './reading-order.ts'
import { inOrder, liveElements, type Scene, type SceneElement } from './scene.ts'

/** Reads a drawing as its parts, arrows, notes and frames. The order of the scene's elements does not matter. Never throws. */
export function readBoard(scene: Pick<Scene, 'elements'>): Board {
  const elements = liveElements(scene)
  const byId = new Map(elements.map((element) => [element.id, element]))
  const labelsOf = boundTexts(elements, byId)
  const bound = new Set([...labelsOf.values()].flat())
  const isArrowLabel = (text: SceneElement) => {
    const container = byId.get(text.containerId ?? '')
    return container !== undefined && isLinear(container)
  }
  const groupOf = partGroups(elements, { byId, isArrowLabel })
  const linear = elements.filter((element) => isLinear(element) && !groupOf.has(element.id))
  const attachedTo = new Set(
    linear.flatMap(({ startBinding, endBinding }) => [startBinding?.elementId ?? '', endBinding?.elementId ?? '']),
  )
  const isFree = (element: SceneElement) => element.type === 'text' && !bound.has(element) && !groupOf.has(element.id)
  const standing = withoutDeadContainers(elements, bound)
  const { nodes, nodeOf } = readNodes(standing, { groupOf, labelsOf, attachedTo })
  placeNodes(nodes)
  const notes = placeTexts(
    elements.filter((element) => isFree(element) && !nodeOf.has(element.id)),
    nodes,
  )
  const edges = readEdges(elements, { nodes, nodeOf, byId, groupOf, labelsOf })
  const ordered = inReadingOrder(nodes)
  const frames = elements
    .filter(isFrame)
    .map((frame, at): BoardFrame => ({ id: frame.id, name: `f${at + 1}`, label: onOneLine(frame.name ?? '') }))
  const known = new Set(frames.map(({ id }) => id))
  const frameOf = (id: string | null) => (id !== null && known.has(id) ? id : null)
  return {
    nodes: ordered.map((node, at) => named(node, `n${at + 1}`, frameOf(node.frame))),
    edges: inPartsOrder(edges, { ids: [...ordered, ...frames].map(({ id }) => id), byId }),
    notes: notes.map((note) => ({ ...note, frame: frameOf(note.frame) })),
    frames,
    unread: unreadOf(elements, { edges, nodeOf, groupOf }),
  }
}

/** Container's id -> the texts that are bound to it. */
function boundTexts(
  elements: readonly SceneElement[],
  byId: ReadonlyMap<string, SceneElement>,
): ReadonlyMap<string, readonly SceneElement[]> {
  const texts = new Map<string, SceneElement[]>()
  for (const element of elements) {
    const container = byId.get(element.containerId ?? '')
    if (element.type !== 'text' || container === undefined || !(isShape(container) || isLinear(container))) continue
    const known = texts.get(container.id)
    if (known === undefined) texts.set(container.id, [element])
    else known.push(element)
  }
  return texts
}

/** A text whose container is gone stands by itself. */
const withoutDeadContainers = (elements: readonly SceneElement[], bound: ReadonlySet<SceneElement>): SceneElement[] =>
  elements.map((element) =>
    element.type === 'text' && (element.containerId ?? null) !== null && !bound.has(element)
      ? { ...element, containerId: null }
      : element,
  )

function named({ elements: _, ...node }: DraftNode, name: string, frame: string | null) {
  return { ...node, name, frame }
}

/** Arrows in the order of the parts that they leave, then of those they lead to; loose ends last. */
function inPartsOrder(
  edges: readonly BoardEdge[],
  { ids, byId }: { ids: readonly string[]; byId: ReadonlyMap<string, SceneElement> },
): BoardEdge[] {
  const places = new Map(ids.map((id, at) => [id, at]))
  const placeOf = (id: string | null) => places.get(id ?? '') ?? ids.length
  const startOf = ({ id }: BoardEdge): Point => {
    const element = byId.get(id)
    return element === undefined ? { x: 0, y: 0 } : endsOf(element).start
  }
  // Looked up once: a line may have a hundred thousand points, and be compared many times.
  const starts = new Map(edges.map((edge) => [edge, startOf(edge)]))
  const startIn = (edge: BoardEdge): Point => starts.get(edge) ?? startOf(edge)
  return edges.toSorted((a, b) => {
    const [one, other] = [startIn(a), startIn(b)]
    return (
      placeOf(a.from) - placeOf(b.from) ||
      placeOf(a.to) - placeOf(b.to) ||
      inOrder(a.label ?? '', b.label ?? '') ||
      one.y - other.y ||
      one.x - other.x ||
      inOrder(a.id, b.id)
    )
  })
}

function unreadOf(
  elements: readonly SceneElement[],
  {
    edges,
    nodeOf,
    groupOf,
  }: { edges: readonly BoardEdge[]; nodeOf: ReadonlyMap<string, DraftNode>; groupOf: ReadonlyMap<string, string> },
): Board['unread'] {
  const joined = new Set(edges.map(({ id }) => id))
  const rest = elements.filter(({ id }) => !nodeOf.has(id) && !groupOf.has(id) && !joined.has(id))
  const count = (isOne: (element: SceneElement) => boolean) => rest.filter(isOne).length
  return {
    strokes: count(({ type }) => type === 'freedraw'),
    pictures: count(isPicture),
    lines: count(isLinear),
    others: count(
      (element) =>
        !isPicture(element) &&
        !isLinear(element) &&
        !isFrame(element) &&
        !isShape(element) &&
        !['freedraw', 'text'].includes(element.type),
    ),
  }
}
