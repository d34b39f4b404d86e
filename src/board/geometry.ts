import type { SceneElement } from './scene.ts'

export interface Point {
  x: number
  y: number
}

/** Axis-aligned; `right` and `bottom` are never below `left` and `top`. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const middleOf = ({ left, top, right, bottom }: Box): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 })
export const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)

export const isIn = ({ x, y }: Point, { left, top, right, bottom }: Box): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom

export function around(boxes: readonly Box[]): Box {
  const [first = { left: 0, top: 0, right: 0, bottom: 0 }] = boxes
  return boxes.reduce(
    (all, { left, top, right, bottom }) => ({
      left: Math.min(all.left, left),
      top: Math.min(all.top, top),
      right: Math.max(all.right, right),
      bottom: Math.max(all.bottom, bottom),
    }),
    first,
  )
}

export function distanceToBox({ x, y }: Point, { left, top, right, bottom }: Box): number {
  return lengthOf(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

/** How far inside a box a point is from its nearest side; 0 outside. */
export function depthInBox({ x, y }: Point, { left, top, right, bottom }: Box): number {
  return Math.max(0, Math.min(x - left, right - x, y - top, bottom - y))
}

/** The box that an element fills as it is drawn, turned or not. */
export function boxOf(element: SceneElement): Box {
  const flat = flatBoxOf(element)
  const angle = element.angle ?? 0
  if (angle === 0) return flat
  const { left, top, right, bottom } = flat
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ].map((corner) => turned(corner, middleOf(flat), angle))
  return around(corners.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })))
}

function flatBoxOf({ x, y, width, height }: SceneElement): Box {
  return {
    left: Math.min(x, x + width),
    top: Math.min(y, y + height),
    right: Math.max(x, x + width),
    bottom: Math.max(y, y + height),
  }
}

/** How far outside of a shape's outline a point is; 0 in it. Of an ellipse towards its middle, which is never too little. */
export function distanceToShape(point: Point, element: SceneElement): number {
  const flat = flatBoxOf(element)
  const middle = middleOf(flat)
  const at = turned(point, middle, -(element.angle ?? 0))
  const halfWidth = (flat.right - flat.left) / 2
  const halfHeight = (flat.bottom - flat.top) / 2
  if ((element.type !== 'ellipse' && element.type !== 'diamond') || halfWidth === 0 || halfHeight === 0)
    return distanceToBox(at, flat)
  const across = Math.abs(at.x - middle.x)
  const down = Math.abs(at.y - middle.y)
  if (element.type === 'ellipse') {
    const share = lengthOf(across / halfWidth, down / halfHeight)
    return share <= 1 ? 0 : lengthOf(across, down) * (1 - 1 / share)
  }
  const share = across / halfWidth + down / halfHeight
  return share <= 1 ? 0 : ((share - 1) * halfWidth * halfHeight) / lengthOf(halfWidth, halfHeight)
}

/** Where a line begins and ends on the drawing. */
export function endsOf(element: SceneElement): { start: Point; end: Point } {
  const { x, y, width, height } = element
  const angle = element.angle ?? 0
  const [first, last] = [element.points?.[0], element.points?.at(-1)]
  const start = first === undefined ? { x, y } : { x: x + first[0], y: y + first[1] }
  const end = last === undefined ? { x: x + width, y: y + height } : { x: x + last[0], y: y + last[1] }
  if (angle === 0) return { start, end }
  const middle = middleOfLine(element, [start, end])
  return { start: turned(start, middle, angle), end: turned(end, middle, angle) }
}

/** What a line is turned about. In one pass: it may have a hundred thousand points. */
function middleOfLine({ x, y, points }: SceneElement, ends: readonly [Point, Point]): Point {
  if (points == null || points.length === 0) return middleOf(around(ends.map(asBox)))
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  }
  for (const [across, down] of points) {
    box.left = Math.min(box.left, x + across)
    box.top = Math.min(box.top, y + down)
    box.right = Math.max(box.right, x + across)
    box.bottom = Math.max(box.bottom, y + down)
  }
  return middleOf(box)
}

const asBox = ({ x, y }: Point): Box => ({ left: x, top: y, right: x, bottom: y })

/** Many times faster than Math.hypot, whose care for the largest figures nobody needs here. */
export const lengthOf = (across: number, down: number): number => Math.sqrt(across * across + down * down)

function turned({ x, y }: Point, about: Point, angle: number): Point {
  if (angle === 0) return { x, y }
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const [across, down] = [x - about.x, y - about.y]
  return { x: about.x + across * cos - down * sin, y: about.y + across * sin + down * cos }
}
