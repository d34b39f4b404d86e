import { lengthOf, type Point } from '#src/board/geometry.ts'
import { type Html, html } from './html.ts'
import { figure, pointList } from './svg-numbers.ts'

interface Tip {
  /** As Excalidraw names it; null, or a name that nobody here knows, has no head. */
  head: string | null | undefined
  tip: Point
  /** Where the line comes from. */
  from: Point
  stroke: string
}

/** Longest that a head reaches back, pixels. */
const reach = { arrow: 25, diamond: 12, foot: 20, other: 15 }

/** The head of an arrow at one of its ends; null for none. */
export function arrowheadToSvg({ head, tip, from, stroke }: Tip): Html | null {
  const length = lengthOf(tip.x - from.x, tip.y - from.y)
  if (length === 0) return null
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length }
  /** So far back from the tip, so far to the side. */
  const at = (back: number, side: number): Point => ({
    x: tip.x - along.x * back - along.y * side,
    y: tip.y - along.y * back + along.x * side,
  })
  const size = (most: number) => Math.min(most, length / 2)
  const lines = (points: readonly Point[]) => html`<polyline points="${pointList(points)}" fill="none"/>`
  const area = (points: readonly Point[], isFilled: boolean) =>
    html`<polygon points="${pointList(points)}" fill="${isFilled ? stroke : 'white'}"/>`
  const bar = (back: number) => lines([at(back, -size(reach.other) / 2), at(back, size(reach.other) / 2)])
  const foot = () => {
    const back = size(reach.foot)
    return lines([at(0, -back * 0.4), at(back, 0), at(0, back * 0.4)])
  }
  switch (head) {
    case 'arrow': {
      const back = size(reach.arrow)
      return lines([at(back * 0.94, back * 0.34), tip, at(back * 0.94, -back * 0.34)])
    }
    case 'triangle':
    case 'triangle_outline': {
      const back = size(reach.other)
      return area([tip, at(back * 0.91, back * 0.42), at(back * 0.91, -back * 0.42)], head === 'triangle')
    }
    case 'diamond':
    case 'diamond_outline': {
      const back = size(reach.diamond)
      return area([tip, at(back, back * 0.5), at(back * 2, 0), at(back, -back * 0.5)], head === 'diamond')
    }
    case 'dot':
    case 'circle':
    case 'circle_outline': {
      const radius = size(reach.other) / 2
      const { x, y } = at(radius, 0)
      return html`<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(radius)}" fill="${head === 'circle_outline' ? 'white' : stroke}"/>`
    }
    case 'bar':
      return bar(0)
    case 'crowfoot_one':
      return bar(size(reach.other))
    case 'crowfoot_many':
      return foot()
    case 'crowfoot_one_or_many':
      return html`${foot()}${bar(size(reach.foot))}`
    default:
      return null
  }
}
