import type { BoardNote } from './board.ts'
import { wordsOf } from './element-kinds.ts'
import { areaOf, type Box, boxOf, isIn, isWithin, lengthOf, middleOf } from './geometry.ts'
import type { DraftNode } from './read-nodes.ts'
import { inOrder, type SceneElement } from './scene.ts'

/** How far from a part a text may stand to belong to it, in pixels. */
const beside = 24

/** Says of each part which part it lies in. Of two of one size and place neither lies in the other. */
export function placeNodes(nodes: readonly DraftNode[]): void {
  const rising = nodes.toSorted(smaller)
  const areas = rising.map(({ box }) => areaOf(box))
  let larger = 0
  for (const [at, node] of rising.entries()) {
    while (larger < rising.length && (areas[larger] ?? 0) <= (areas[at] ?? 0)) larger++
    node.inside = null
    for (let outer = larger; outer < rising.length && node.inside === null; outer++) {
      const { id, box } = rising[outer] as DraftNode
      if (isWithin(node.box, box)) node.inside = id
    }
  }
}

/**
 * Gives texts that nothing holds to the part that they stand in or beside: to one without a label as its label, else as a note on it.
 * A part that holds other parts has what stands in it last, since the text may be the label of one of those.
 */
export function placeTexts(texts: readonly SceneElement[], nodes: readonly DraftNode[]): BoardNote[] {
  const holders = new Set(nodes.map(({ inside }) => inside))
  const rising = nodes.toSorted(smaller)
  const alone = nodes.filter(({ id }) => !holders.has(id)).toSorted((a, b) => inOrder(a.id, b.id))
  const read = texts.flatMap((element) => {
    const text = wordsOf(element)
    return text === null ? [] : [{ element, text, box: boxOf(element) }]
  })
  const placed = read.map((one) => {
    const middle = middleOf(one.box)
    return { ...one, inside: rising.find(({ box }) => isIn(middle, box)), nearest: nearestTo(one.box, alone) }
  })
  const isTaken = new Set<SceneElement>()
  const label = (node: DraftNode, { element, text }: { element: SceneElement; text: string }) => {
    if (node.label !== null || isTaken.has(element)) return
    node.label = text
    node.labelId = element.id
    isTaken.add(element)
  }
  for (const one of placed) if (one.inside !== undefined && !holders.has(one.inside.id)) label(one.inside, one)
  const asides = placed.filter(({ inside }) => inside === undefined || holders.has(inside.id))
  for (const one of asides.toSorted((a, b) => (a.nearest?.distance ?? 0) - (b.nearest?.distance ?? 0)))
    if (one.nearest !== null) label(one.nearest.node, one)
  for (const one of asides) if (one.inside !== undefined) label(one.inside, one)
  return placed
    .filter(({ element }) => !isTaken.has(element))
    .map(({ element, text, inside, nearest }) => ({
      id: element.id,
      text,
      at:
        inside !== undefined && !holders.has(inside.id)
          ? { place: 'inside', node: inside.id }
          : nearest !== null
            ? { place: 'beside', node: nearest.node.id }
            : inside !== undefined
              ? { place: 'inside', node: inside.id }
              : null,
      frame: element.frameId ?? null,
    }))
}

/** The part that a box is nearest to, the first of several; null where none is close enough. */
function nearestTo(box: Box, nodes: readonly DraftNode[]): { node: DraftNode; distance: number } | null {
  let best: { node: DraftNode; distance: number } | null = null
  for (const node of nodes) {
    const distance = apart(box, node.box)
    if (distance > beside || (best !== null && distance >= best.distance)) continue
    best = { node, distance }
    if (distance === 0) break
  }
  return best
}

/** Parts by their area; of two of one size always the same first. */
export const smaller = (a: DraftNode, b: DraftNode): number => areaOf(a.box) - areaOf(b.box) || inOrder(a.id, b.id)

const apart = (a: Box, b: Box): number =>
  lengthOf(Math.max(a.left - b.right, 0, b.left - a.right), Math.max(a.top - b.bottom, 0, b.top - a.bottom))
