import { isFrame, isLinear } from '#src/board/element-kinds.ts'
import { around, type Box, boxOf, middleOf, type Point } from '#src/board/geometry.ts'
import { type SceneElement, sceneElementSchema } from '#src/board/scene.ts'
import { type DrawnStyle, drawnStyleSchema } from './drawn-style.ts'
import { type Html, html } from './html.ts'
import { lineToSvg, middleOfPoints, pointsOf } from './line-to-svg.ts'
import { figure, pointList } from './svg-numbers.ts'

/** Round the drawing, pixels. */
const margin = 20
/** Where the name of a frame stands above it. */
const frameName = { size: 14, above: 6 }

interface Drawn {
  element: SceneElement
  style: DrawnStyle
}

/**
 * A drawing as an SVG that loads and refers to nothing, or null where nothing of it can be drawn. `scene` is what the board's editor keeps, from wherever:
 * elements that are odd or of kinds that nobody here draws are left out. `text` is the board in words, for its title and description.
 */
export function drawingToSvg(scene: unknown, text: string): Html | null {
  const drawn = elementsOf(scene)
  if (drawn.length === 0) return null
  const arrows = new Set(drawn.flatMap(({ element }) => (isLinear(element) ? [element.id] : [])))
  const { left, top, right, bottom } = around(drawn.map(({ element }) => spaceOf(element)))
  const [title = '', ...lines] = text.split('\n')
  const size = { width: right - left + 2 * margin, height: bottom - top + 2 * margin }
  const view = [left - margin, top - margin, size.width, size.height].map(figure).join(' ')
  return html`<svg role="img" viewBox="${view}" width="${figure(size.width)}" height="${figure(size.height)}"><title>${title}</title><desc>${lines.join('\n')}</desc>${drawn.map(
    (one) => elementToSvg(one, arrows),
  )}</svg>`
}

/** In the order in which they lie over one another. */
function elementsOf(scene: unknown): Drawn[] {
  const elements = typeof scene === 'object' && scene !== null && 'elements' in scene ? scene.elements : null
  if (!Array.isArray(elements)) return []
  return elements.flatMap((one: unknown) => {
    const { data: element } = sceneElementSchema.safeParse(one)
    return element === undefined || element.isDeleted === true || !drawnKinds.has(element.type)
      ? []
      : [{ element, style: drawnStyleSchema.parse(element) }]
  })
}

const drawnKinds: ReadonlySet<string> = new Set([
  'rectangle',
  'ellipse',
  'diamond',
  'arrow',
  'line',
  'freedraw',
  'text',
  'frame',
  'magicframe',
])

const isStroke = (element: SceneElement): boolean => isLinear(element) || element.type === 'freedraw'

function spaceOf(element: SceneElement): Box {
  if (isFrame(element)) {
    const box = boxOf(element)
    return { ...box, top: box.top - frameName.size - frameName.above }
  }
  if (!isStroke(element)) return boxOf(element)
  const points = pointsOf(element)
  const box = around(points.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })))
  const { left: x, top: y } = box
  return boxOf({ ...element, x, y, width: box.right - x, height: box.bottom - y })
}

function elementToSvg({ element, style }: Drawn, arrows: ReadonlySet<string>): Html {
  const { strokeColor, strokeWidth, opacity } = style
  const dashes = { solid: null, dashed: `8 ${figure(8 + strokeWidth)}`, dotted: `1.5 ${figure(6 + strokeWidth)}` }[
    style.strokeStyle
  ]
  const attributes = [
    html` stroke="${strokeColor}" stroke-width="${figure(strokeWidth)}"`,
    dashes === null ? null : html` stroke-dasharray="${dashes}"`,
    opacity === 100 ? null : html` opacity="${figure(opacity / 100)}"`,
    turnOf(element),
  ]
  return html`<g stroke-linecap="round" stroke-linejoin="round"${attributes}>${bodyOf(element, style, arrows)}</g>`
}

function turnOf(element: SceneElement): Html | null {
  const degrees = ((element.angle ?? 0) * 180) / Math.PI
  if (degrees % 360 === 0) return null
  const { x, y }: Point = isStroke(element) ? middleOfPoints(pointsOf(element)) : middleOf(boxOf({ ...element, angle: 0 }))
  return html` transform="rotate(${figure(degrees % 360)} ${figure(x)} ${figure(y)})"`
}

function bodyOf(element: SceneElement, style: DrawnStyle, arrows: ReadonlySet<string>): Html {
  const { left, top, right, bottom } = boxOf({ ...element, angle: 0 })
  const [width, height] = [right - left, bottom - top]
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  // Hatching would take a pattern, which can only be referred to.
  const fill = html`fill="${style.backgroundColor}"${style.fillStyle === 'solid' ? null : html` fill-opacity="0.5"`}`
  const box = html`x="${figure(left)}" y="${figure(top)}" width="${figure(width)}" height="${figure(height)}"`
  switch (element.type) {
    case 'rectangle':
      return html`<rect ${box} rx="${figure(style.roundness === null ? 0 : cornerOf(Math.min(width, height)))}" ${fill}/>`
    case 'ellipse':
      return html`<ellipse cx="${figure(middle.x)}" cy="${figure(middle.y)}" rx="${figure(width / 2)}" ry="${figure(height / 2)}" ${fill}/>`
    case 'diamond': {
      const corners = [
        { x: middle.x, y: top },
        { x: right, y: middle.y },
        { x: middle.x, y: bottom },
        { x: left, y: middle.y },
      ]
      return html`<polygon points="${pointList(corners)}" ${fill}/>`
    }
    case 'freedraw':
      return html`<polyline points="${pointList(pointsOf(element))}" fill="none"/>`
    case 'text': {
      // What lies beneath the label of an arrow is the arrow.
      const paper = arrows.has(element.containerId ?? '') ? html`<rect ${box} fill="white" stroke="none"/>` : null
      return html`${paper}${linesToSvg(element.text || element.originalText || '', { left, top, right }, style)}`
    }
    case 'frame':
    case 'magicframe':
      return html`<rect ${box} rx="8" fill="none" stroke="#bbb"/><text x="${figure(left)}" y="${figure(top - frameName.above)}" font-size="${frameName.size}" fill="#767676" stroke="none">${element.name ?? ''}</text>`
    default:
      return lineToSvg(element, style)
  }
}

/** As Excalidraw rounds: by a quarter of the shorter side, and no more than on a side of 128. */
const cornerOf = (side: number): number => Math.min(side / 4, 32)

/** Of one text: nobody reads on, and a page with hundreds of thousands of lines opens nowhere. */
const mostLines = 100

function linesToSvg(text: string, { left, top, right }: Omit<Box, 'bottom'>, style: DrawnStyle): Html {
  const { fontSize, fontFamily, textAlign, lineHeight, strokeColor } = style
  const anchor = { left: 'start', center: 'middle', right: 'end' }[textAlign]
  const x = { left, center: (left + right) / 2, right }[textAlign]
  const family = monospaced.has(fontFamily) ? 'ui-monospace, Menlo, Consolas, monospace' : 'system-ui, sans-serif'
  const line = fontSize * lineHeight
  // Letters stand a good third of their size below the middle of their line.
  const baseline = (at: number) => top + line * (at + 0.5) + fontSize * 0.35
  const lines = text.split('\n', mostLines + 1)
  const drawn = lines.length > mostLines ? [...lines.slice(0, mostLines - 1), '…'] : lines
  return html`<g fill="${strokeColor}" stroke="none" font-size="${figure(fontSize)}" font-family="${family}" text-anchor="${anchor}">${drawn.map((words, at) => html`<text x="${figure(x)}" y="${figure(baseline(at))}">${words}</text>`)}</g>`
}

/** Excalidraw's numbers for Cascadia and Comic Shanns. */
const monospaced: ReadonlySet<number> = new Set([3, 8])
