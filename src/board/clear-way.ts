import { around, type Box, middleOf, type Point } from './geometry.ts'

/** Room that an arrow leaves to what it goes around, and to what it only passes, pixels. */
const detour = 30
const past = 6

/**
 * The corners of an arrow between two boxes that crosses none of the others, and the two only to leave the one and to reach the other: none where it is
 * straight, else one or two, of the shortest way found. None either where every way that was tried crosses something.
 */
export function clearWay({ from, to }: { from: Box; to: Box }, others: readonly Box[]): Point[] {
  const [start, end] = [middleOf(from), middleOf(to)]
  const crossedBy = (corners: readonly Point[]) => others.filter((box) => meets([start, ...corners, end], box))
  const isClear = (corners: readonly Point[]) =>
    crossedBy(corners).length === 0 && !meets([...corners, end], from) && !meets([start, ...corners], to)
  const blocking = crossedBy([])
  if (blocking.length === 0) return []
  const clear = waysAround(start, end, around([...blocking, from, to])).filter(isClear)
  const lengthOf = (corners: readonly Point[]) => lengthOfWay([start, ...corners, end])
  return clear.toSorted((one, other) => lengthOf(one) - lengthOf(other))[0] ?? []
}

/** Whether any line of a way crosses a box. */
const meets = (way: readonly Point[], box: Box): boolean =>
  way.some((point, at) => at > 0 && crosses({ from: way[at - 1] ?? point, to: point }, box))

/** Around one corner, and beside all that is in the way on each of its four sides. */
function waysAround(start: Point, end: Point, blocking: Box): Point[][] {
  const rows = [blocking.top - detour, blocking.bottom + detour]
  const columns = [blocking.left - detour, blocking.right + detour]
  return [
    [{ x: end.x, y: start.y }],
    [{ x: start.x, y: end.y }],
    ...rows.map((y) => [
      { x: start.x, y },
      { x: end.x, y },
    ]),
    ...columns.map((x) => [
      { x, y: start.y },
      { x, y: end.y },
    ]),
  ]
}

const lengthOfWay = (way: readonly Point[]): number =>
  way.reduce((sum, { x, y }, at) => sum + (at === 0 ? 0 : Math.hypot(x - (way[at - 1]?.x ?? x), y - (way[at - 1]?.y ?? y))), 0)

/** Whether a straight line comes within `past` of a box: what is left of it between the box's four sides. */
function crosses({ from, to }: { from: Point; to: Point }, { left, top, right, bottom }: Box): boolean {
  let [first, last] = [0, 1]
  const sides: [at: number, along: number, least: number, most: number][] = [
    [from.x, to.x - from.x, left - past, right + past],
    [from.y, to.y - from.y, top - past, bottom + past],
  ]
  for (const [at, along, least, most] of sides) {
    if (along === 0) {
      if (at < least || at > most) return false
      continue
    }
    const [enter, leave] = [(least - at) / along, (most - at) / along].sort((a, b) => a - b)
    first = Math.max(first, enter ?? 0)
    last = Math.min(last, leave ?? 1)
  }
  return first <= last
}
