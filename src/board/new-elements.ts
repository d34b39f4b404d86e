import { clearWay } from './clear-way.ts'
import { around, type Box, boxOf, middleOf, type Point } from './geometry.ts'
import { type PalettePart, partKey } from './palette.ts'
import type { SceneElement } from './scene.ts'

/** Where new elements get what is different each time. */
export interface Maker {
  /** A new id, of letters and digits. */
  id(): string
  /** A whole number from 0 up to 2³¹. */
  number(): number
  /** Epoch milliseconds. */
  now(): number
}

const fontSize = 20
const lineHeight = 1.25
/** Width of a usual letter as a share of the font's size; an editor that has the font measures anew. */
const letterWidth = 0.55

/** The fields that Excalidraw wants of every element. */
const base = (maker: Maker) => ({
  id: maker.id(),
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roughness: 1,
  opacity: 100,
  groupIds: [],
  frameId: null,
  roundness: null,
  seed: maker.number(),
  version: 1,
  versionNonce: maker.number(),
  isDeleted: false,
  boundElements: [],
  updated: maker.now(),
  link: null,
  locked: false,
})

/** A shape of the palette with its label, its top left corner at a point. */
export function newPart(part: PalettePart, { label, at, maker }: { label: string; at: Point; maker: Maker }): SceneElement[] {
  const shape: SceneElement = {
    ...base(maker),
    type: part.shape,
    x: at.x,
    y: at.y,
    width: part.width,
    height: part.height,
    customData: { [partKey]: part.kind },
  }
  return label.trim() === '' ? [shape] : withLabel(shape, label, maker)
}

/** An element with a text bound to it, and that text. */
export function withLabel(container: SceneElement, label: string, maker: Maker): SceneElement[] {
  const text = newText(label, { middle: labelPlace(container), maker })
  const bound = { ...text, containerId: container.id, textAlign: 'center', verticalAlign: 'middle', autoResize: true }
  return [holding(container, { id: text.id, type: 'text' }), { ...bound, groupIds: container.groupIds ?? [] }]
}

/** In the middle of a shape; of a line with corners where Excalidraw has it: on its middle corner, or half way between the two in the middle. */
function labelPlace(container: SceneElement): Point {
  const points = (container.points ?? []).map(([x, y]) => ({ x: container.x + x, y: container.y + y }))
  const [one, other] = [points[Math.floor((points.length - 1) / 2)], points[Math.ceil((points.length - 1) / 2)]]
  if (one === undefined || other === undefined) return middleOf(boxOf(container))
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
}

export function newText(text: string, { middle, maker }: { middle: Point; maker: Maker }): SceneElement {
  return {
    ...base(maker),
    type: 'text',
    ...textBox(text, middle),
    text,
    originalText: text,
    fontSize,
    fontFamily: 5,
    textAlign: 'left',
    verticalAlign: 'top',
    lineHeight,
    autoResize: true,
    containerId: null,
  }
}

/** About the room that a text takes, about its middle. */
export function textBox(text: string, { x, y }: Point): { x: number; y: number; width: number; height: number } {
  const lines = text.split('\n')
  const width = Math.max(...lines.map(({ length }) => length)) * fontSize * letterWidth
  const height = lines.length * fontSize * lineHeight
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** Room between an arrow's end and what it is attached to. */
const gap = 4

/** An arrow that is bound at both ends, around what would be in its way. */
export function newArrow(
  { from, to }: { from: SceneElement; to: SceneElement },
  { others, maker }: { others: readonly Box[]; maker: Maker },
): SceneElement {
  const points = from.id === to.id ? loopOf(boxOf(from)) : wayBetween(from, to, others)
  const [start = { x: 0, y: 0 }] = points
  const box = around(points.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })))
  return {
    ...base(maker),
    type: 'arrow',
    x: start.x,
    y: start.y,
    width: box.right - box.left,
    height: box.bottom - box.top,
    points: points.map(({ x, y }): [number, number] => [x - start.x, y - start.y]),
    lastCommittedPoint: null,
    startBinding: { elementId: from.id, focus: 0, gap },
    endBinding: { elementId: to.id, focus: 0, gap },
    startArrowhead: null,
    endArrowhead: 'arrow',
    elbowed: false,
  }
}

function wayBetween(from: SceneElement, to: SceneElement, others: readonly Box[]): Point[] {
  const [one, other] = [boxOf(from), boxOf(to)]
  const corners = clearWay({ from: one, to: other }, others)
  const [first = middleOf(other), last = middleOf(one)] = [corners[0], corners.at(-1)]
  return [borderPoint(from, first), ...corners, borderPoint(to, last)]
}

/** An element that knows of one more that is bound to it. */
export const holding = (element: SceneElement, bound: { id: string; type: string }): SceneElement => ({
  ...element,
  boundElements: [...(element.boundElements ?? []), bound],
})

/** Where the line from a shape's middle to a point leaves the shape, and the gap further. */
function borderPoint(shape: SceneElement, towards: Point): Point {
  const box = boxOf(shape)
  const middle = middleOf(box)
  const [across, down] = [towards.x - middle.x, towards.y - middle.y]
  const length = Math.hypot(across, down)
  if (length === 0) return { x: middle.x, y: box.bottom + gap }
  const halfWidths = (2 * Math.abs(across)) / (box.right - box.left || 1e-9)
  const halfHeights = (2 * Math.abs(down)) / (box.bottom - box.top || 1e-9)
  const share = 1 / halvesToBorder(shape.type, halfWidths, halfHeights) + gap / length
  return { x: middle.x + across * share, y: middle.y + down * share }
}

/** How often the way to a shape's border goes into a way of so many half widths and half heights. */
function halvesToBorder(type: string, halfWidths: number, halfHeights: number): number {
  if (type === 'ellipse') return Math.hypot(halfWidths, halfHeights)
  if (type === 'diamond') return halfWidths + halfHeights
  return Math.max(halfWidths, halfHeights)
}

/** From the right side around the lower right corner to the lower side. */
function loopOf({ right, bottom, ...box }: Box): Point[] {
  const middle = middleOf({ ...box, right, bottom })
  const [out, down] = [right + 50, bottom + 50]
  return [
    { x: right + gap, y: middle.y },
    { x: out, y: middle.y },
    { x: out, y: down },
    { x: middle.x, y: down },
    { x: middle.x, y: bottom + gap },
  ]
}
