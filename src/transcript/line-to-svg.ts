import { around, type Point } from '#src/board/geometry.ts'
import type { SceneElement } from '#src/board/scene.ts'
import { arrowheadToSvg } from './arrowhead-to-svg.ts'
import type { DrawnStyle } from './drawn-style.ts'
import { type Html, html } from './html.ts'
import { figure, pointList } from './svg-numbers.ts'

/** Where a line or a stroke runs, before it is turned; without points of its own from corner to corner. */
export function pointsOf({ points, x, y, width, height }: SceneElement): Point[] {
  const own = (points ?? []).map(([across, down]) => ({ x: x + across, y: y + down }))
  return own.length > 1
    ? own
    : [
        { x, y },
        { x: x + width, y: y + height },
      ]
}

export const middleOfPoints = (points: readonly Point[]): Point => {
  const { left, top, right, bottom } = around(points.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })))
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** A line or an arrow with its heads: in a curve through its points where its corners are round. */
export function lineToSvg(element: SceneElement, { roundness, strokeColor, backgroundColor }: DrawnStyle): Html {
  const points = pointsOf(element)
  const isCurved = roundness !== null && points.length > 2 && element.elbowed !== true
  const curve = isCurved ? curveThrough(points) : null
  const [start, end] = [points[0], points.at(-1)]
  const isClosed = points.length > 3 && start !== undefined && start.x === end?.x && start.y === end.y
  const fill = isClosed && element.type === 'line' ? backgroundColor : 'none'
  const line =
    curve === null
      ? html`<polyline points="${pointList(points)}" fill="${fill}"/>`
      : html`<path d="${pathOf(points, curve)}" fill="${fill}"/>`
  const heads = [
    { head: element.startArrowhead, tip: start, from: curve?.[0]?.[0] ?? points[1] },
    { head: element.endArrowhead, tip: end, from: curve?.at(-1)?.[1] ?? points.at(-2) },
  ].map(({ head, tip, from }) =>
    tip === undefined || from === undefined ? null : arrowheadToSvg({ head, tip, from, stroke: strokeColor }),
  )
  return html`${line}${heads}`
}

/** The two points that pull each piece of the curve, as Excalidraw bends it. */
function curveThrough(points: readonly Point[]): [Point, Point][] {
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? { x: 0, y: 0 }
  const pulled = (from: Point, before: Point, after: Point, sign: 1 | -1): Point => ({
    x: from.x + (sign * (after.x - before.x)) / 6,
    y: from.y + (sign * (after.y - before.y)) / 6,
  })
  return points
    .slice(1)
    .map((_, index) => [pulled(at(index), at(index - 1), at(index + 1), 1), pulled(at(index + 1), at(index), at(index + 2), -1)])
}

function pathOf(points: readonly Point[], curve: readonly [Point, Point][]): string {
  const pair = ({ x, y }: Point) => `${figure(x)} ${figure(y)}`
  const [start = { x: 0, y: 0 }, ...rest] = points
  const pieces = rest.map((to, index) => `C${[...(curve[index] ?? [to, to]), to].map(pair).join(' ')}`)
  return `M${pair(start)}${pieces.join('')}`
}
