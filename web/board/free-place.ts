import type { Box, Point } from '#src/board/geometry.ts'

const grid = 20
/** Room left between a new part and what stands already. */
const margin = 40
const rings = 60

/** The top left corner, on a grid, of the free place nearest to a point for a part of this size; right of everything when there is none. */
export function freePlace(taken: readonly Box[], { near, width, height }: { near: Point; width: number; height: number }): Point {
  const start = { x: onGrid(near.x - width / 2), y: onGrid(near.y - height / 2) }
  const isFree = ({ x, y }: Point) =>
    !taken.some(
      ({ left, top, right, bottom }) =>
        x < right + margin && x + width > left - margin && y < bottom + margin && y + height > top - margin,
    )
  for (let ring = 0; ring <= rings; ring++) {
    const found = ringAround(start, ring).filter(isFree)
    if (found.length > 0) return nearest(found, start)
  }
  return { x: onGrid(Math.max(...taken.map(({ right }) => right)) + margin + grid), y: start.y }
}

const onGrid = (length: number): number => Math.round(length / grid) * grid

/** The places of the grid that are `ring` steps of two from the middle, as a square. */
function ringAround({ x, y }: Point, ring: number): Point[] {
  if (ring === 0) return [{ x, y }]
  const step = 2 * grid
  const places: Point[] = []
  for (let at = -ring; at <= ring; at++) {
    places.push({ x: x + at * step, y: y - ring * step }, { x: x + at * step, y: y + ring * step })
    if (Math.abs(at) < ring) places.push({ x: x - ring * step, y: y + at * step }, { x: x + ring * step, y: y + at * step })
  }
  return places
}

/** Of places equally near, the one further to the right, then further down: as one reads. */
function nearest(places: readonly Point[], to: Point): Point {
  const away = ({ x, y }: Point) => Math.hypot(x - to.x, y - to.y)
  return places.reduce((best, place) => {
    const nearer = away(place) - away(best) || best.x - place.x || best.y - place.y
    return nearer < 0 ? place : best
  })
}
