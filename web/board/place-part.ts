import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { boxOf, type Point } from '#src/board/geometry.ts'
import { newPart } from '#src/board/new-elements.ts'
import type { PalettePart } from '#src/board/palette.ts'
import { browserMaker, changeDrawing, elementsOf } from './change-drawing.ts'
import { freePlace } from './free-place.ts'

/** Puts a part of the palette on the board, as near to the middle of what is in view as there is room, and selects it. */
export async function placePart(api: ExcalidrawImperativeAPI, part: PalettePart): Promise<void> {
  const taken = elementsOf(api)
    .filter(({ type, isDeleted }) => isDeleted !== true && type !== 'arrow' && type !== 'line' && type !== 'frame')
    .map(boxOf)
  const at = freePlace(taken, { ...part, near: middleOfView(api) })
  const added = await changeDrawing(api, {
    change: (elements) => [...elements, ...newPart(part, { label: part.label, at, maker: browserMaker })],
    select: ([shape]) => shape?.id,
  })
  const [shape] = added
  const drawn = api.getSceneElements().find(({ id }) => id === shape?.id)
  if (drawn !== undefined && !isInView(api, at, part)) api.scrollToContent(drawn, { animate: false })
}

function middleOfView(api: ExcalidrawImperativeAPI): Point {
  const { width, height, zoom, scrollX, scrollY } = api.getAppState()
  return { x: width / 2 / zoom.value - scrollX, y: height / 2 / zoom.value - scrollY }
}

function isInView(api: ExcalidrawImperativeAPI, { x, y }: Point, size: { width: number; height: number }): boolean {
  const { width, height, zoom, scrollX, scrollY } = api.getAppState()
  return (
    x + scrollX >= 0 &&
    y + scrollY >= 0 &&
    x + scrollX + size.width <= width / zoom.value &&
    y + scrollY + size.height <= height / zoom.value
  )
}
