import type { BoardEdge, Cardinality, Hold } from './board.ts'
import { isFrame, isLinear, wordsOf } from './element-kinds.ts'
import { around, boxOf, depthInBox, distanceToBox, distanceToShape, endsOf, type Point } from './geometry.ts'
import { smaller } from './place-texts.ts'
import type { DraftNode, NodesRead } from './read-nodes.ts'
import type { SceneElement } from './scene.ts'

/** How far from a part an end that nothing holds may be and still be meant for it, in pixels. */
const nearEnough = 24

interface End {
  at: string | null
  hold: Hold
  mark: Cardinality | null
}

interface Sources extends NodesRead {
  byId: ReadonlyMap<string, SceneElement>
  groupOf: ReadonlyMap<string, string>
  labelsOf: ReadonlyMap<string, readonly SceneElement[]>
}

/** The arrows between parts, and the lines that join two of them; other lines are strokes of a drawing. */
export function readEdges(elements: readonly SceneElement[], sources: Sources): BoardEdge[] {
  const nearest = nearestNode(sources.nodes)
  return elements
    .filter((element) => isLinear(element) && !sources.groupOf.has(element.id))
    .map((element) => readEdge(element, sources, nearest))
    .filter(({ element, edge }) => isArrow(element) || (edge.from !== null && edge.to !== null && edge.from !== edge.to))
    .map(({ edge }) => edge)
}

const isArrow = ({ type, startArrowhead, endArrowhead }: SceneElement): boolean =>
  type === 'arrow' || (startArrowhead ?? endArrowhead ?? null) !== null

function readEdge(
  element: SceneElement,
  { byId, nodeOf, labelsOf }: Sources,
  nearest: (point: Point, except: string | null) => DraftNode | null,
): { element: SceneElement; edge: BoardEdge } {
  const points = endsOf(element)
  const heldBy = (binding: SceneElement['startBinding']): string | null => {
    const target = byId.get(binding?.elementId ?? '')
    if (target === undefined) return null
    return nodeOf.get(target.id)?.id ?? (isFrame(target) ? target.id : null)
  }
  const held = { start: heldBy(element.startBinding), end: heldBy(element.endBinding) }
  const isStraight = (element.points?.length ?? 2) <= 2
  const endAt = (side: 'start' | 'end', other: string | null, head: string | null | undefined): End => {
    const mark = cardinalityOf(head)
    if (held[side] !== null) return { at: held[side], hold: 'bound', mark }
    // Both ends of a short straight arrow are near what it leaves; it points somewhere else all the same.
    const node = nearest(points[side], isStraight ? other : null)
    return node === null ? { at: null, hold: 'loose', mark } : { at: node.id, hold: 'near', mark }
  }
  const start = endAt('start', held.end, element.startArrowhead)
  const end = endAt('end', start.at, element.endArrowhead)
  const isHead = (head: string | null | undefined) => (head ?? null) !== null && cardinalityOf(head) === null
  const [atStart, atEnd] = [isHead(element.startArrowhead), isHead(element.endArrowhead)]
  const [from, to] = atStart && !atEnd ? [end, start] : [start, end]
  const label = (labelsOf.get(element.id) ?? []).find((text) => wordsOf(text) !== null)
  return {
    element,
    edge: {
      id: element.id,
      from: from.at,
      to: to.at,
      fromHold: from.hold,
      toHold: to.hold,
      direction: atStart && atEnd ? 'both' : atStart || atEnd ? 'forward' : 'none',
      fromMark: from.mark,
      toMark: to.mark,
      label: label === undefined ? null : wordsOf(label),
      labelId: label?.id ?? null,
    },
  }
}

/** The part that a point is nearest to; of a part that holds others only its border counts, since most of its inside is theirs. */
function nearestNode(nodes: readonly DraftNode[]): (point: Point, except: string | null) => DraftNode | null {
  const holders = new Set(nodes.map(({ inside }) => inside))
  // In their order of preference: of parts equally near the first one counts, and within one there is no nearer.
  const rising = nodes.toSorted(smaller).map((node) => ({ node, reach: around(node.elements.map(boxOf)) }))
  const distance = (point: Point, node: DraftNode): number => {
    const outside = nearestOf(node.elements, point)
    return holders.has(node.id) && outside === 0 ? depthInBox(point, node.box) : outside
  }
  return (point, except) => {
    let best: { node: DraftNode; distance: number } | null = null
    for (const { node, reach } of rising) {
      const most: number = best?.distance ?? nearEnough
      if (node.id === except || distanceToBox(point, reach) > most) continue
      const away = distance(point, node)
      if (away > most || (best !== null && away === most)) continue
      best = { node, distance: away }
      if (away === 0) break
    }
    return best?.node ?? null
  }
}

function nearestOf(elements: readonly SceneElement[], point: Point): number {
  let least = Number.POSITIVE_INFINITY
  for (const element of elements) least = Math.min(least, distanceToShape(point, element))
  return least
}

function cardinalityOf(head: string | null | undefined): Cardinality | null {
  switch (head) {
    case 'crowfoot_one':
      return 'one'
    case 'crowfoot_many':
      return 'many'
    case 'crowfoot_one_or_many':
      return 'one or many'
    default:
      return null
  }
}
