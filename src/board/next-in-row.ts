import { margin } from './free-place.ts'
import type { Box, Point } from './geometry.ts'

/**
 * Where the middle of the next part would stand, in rows from left to right: right of the newest of those in view, else at the start of a row beneath
 * all of them. The first one has room above it and to its left.
 */
export function nextInRow(shown: readonly Box[], { view, width, height }: { view: Box; width: number; height: number }): Point {
  const newest = shown.at(-1)
  if (newest === undefined)
    return {
      x: Math.min(view.left + width, (view.left + view.right) / 2),
      y: view.top + Math.max(height, (view.bottom - view.top) / 4),
    }
  const right = newest.right + margin.across + width
  if (right <= view.right) return { x: right - width / 2, y: (newest.top + newest.bottom) / 2 }
  return {
    x: Math.min(...shown.map(({ left }) => left)) + width / 2,
    y: Math.max(...shown.map(({ bottom }) => bottom)) + margin.down + height / 2,
  }
}
