import type { BoardNode } from './board.ts'
import { middleOf } from './geometry.ts'
import { inOrder } from './scene.ts'

/** Parts whose middles are less than this share of a usual part's height apart stand level. */
const levelShare = 0.6
const leastBand = 20

/** From the top down, and from left to right in what is level. A part that holds others is read where it begins, before them. */
export function inReadingOrder<T extends BoardNode>(nodes: readonly T[]): T[] {
  const holders = new Set(nodes.map(({ inside }) => inside))
  const heights = nodes.map(({ box }) => box.bottom - box.top).sort((a, b) => a - b)
  const band = Math.max(leastBand, levelShare * (heights[heights.length >> 1] ?? 0))
  const downwards = nodes
    .map((node) => ({ node, at: holders.has(node.id) ? { x: node.box.left, y: node.box.top } : middleOf(node.box) }))
    .sort((a, b) => a.at.y - b.at.y)
  let top = Number.NEGATIVE_INFINITY
  let row = -1
  const placed = downwards.map(({ node, at }) => {
    if (at.y - top > band) {
      top = at.y
      row++
    }
    return { node, row, ...at }
  })
  return placed
    .sort(
      (a, b) =>
        a.row - b.row ||
        a.x - b.x ||
        a.y - b.y ||
        inOrder(a.node.label ?? '', b.node.label ?? '') ||
        inOrder(a.node.id, b.node.id),
    )
    .map(({ node }) => node)
}
