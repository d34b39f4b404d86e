import type { Box, Point } from './geometry.ts'

const grid = 20
/** Room left between a new part and what stands already: enough for an arrow with a word on it. */
export const margin = { across: 100, down: 60 }
const rings = 80

/** The top left corner, on a grid, of the free place nearest to a point for a part of this size; right of everything when there is none. */
export function freePlace(taken: readonly Box[], { near, width, height }: { near: Point; width: number; height: number }): Point {
  const start = { x: onGrid(near.x - width / 2), y: onGrid(near.y - height / 2) }
  const isFree = ({ x, y }: Point) =>
    !taken.some(
      ({ left, top, right, bottom }) =>
        x < right + margin.across &&
        x + width > left - margin.across &&
        y < bottom + margin.down &&
        y + height > top - margin.down,
    )
  for (let ring = 0; ring <= rings; ring++) {
    const found = ringAround(start, ring).filter(isFree)
    if (found.length > 0) return nearest(found, start)
  }
  return { x: onGrid(Math.max(...taken.map(({ right }) => right)) + margin.across + grid), y: start.y }
}

const onGrid = (length: number): number => Math.round(length / grid) * grid

/** The places of the grid that are `ring` steps from the middle, around an area twice as wide as high. */
function ringAround({ x, y }: Point, ring: number): Point[] {
  if (ring === 0) return [{ x, y }]
  const place = (across: number, down: number): Point => ({ x: x + across * 2 * grid, y: y + down * grid })
  const places: Point[] = []
  for (let at = -ring; at <= ring; at++) {
    places.push(place(at, -ring), place(at, ring))
    if (Math.abs(at) < ring) places.push(place(-ring, at), place(ring, at))
  }
  return places
}

/** Designs run from left to right, so that the way down counts twice. Of places equally near, the one further to the right, then further down. */
function nearest(places: readonly Point[], to: Point): Point {
  const away = ({ x, y }: Point) => Math.hypot(x - to.x, 2 * (y - to.y))
  return places.reduce((best, place) => {
    const nearer = away(place) - away(best) || best.x - place.x || best.y - place.y
    return nearer < 0 ? place : best
  })
}
