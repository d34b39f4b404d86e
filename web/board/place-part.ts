import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { freePlace } from '#src/board/free-place.ts'
import { type Box, boxOf, isWithin } from '#src/board/geometry.ts'
import { newPart } from '#src/board/new-elements.ts'
import { nextInRow } from '#src/board/next-in-row.ts'
import type { PalettePart } from '#src/board/palette.ts'
import { browserMaker, changeDrawing, elementsOf } from './change-drawing.ts'
import { roomForBars } from './use-all-in-view.ts'

/**
 * Puts a part of the palette on the board, as near as there is room to where a row of parts would go on, and selects it. Where it is not in view, the
 * view grows around what it shows: following the part alone would lay out a design as one endless row.
 */
export async function placePart(api: ExcalidrawImperativeAPI, part: PalettePart): Promise<void> {
  const view = viewOf(api)
  const taken = elementsOf(api)
    .filter(({ type, isDeleted }) => isDeleted !== true && type !== 'arrow' && type !== 'line' && type !== 'frame')
    .map(boxOf)
  const near = nextInRow(
    taken.filter((box) => isWithin(box, view)),
    { view, ...part },
  )
  const at = freePlace(taken, { ...part, near })
  const shown = api.getSceneElements().filter((element) => isWithin(boxOfShape(element), view))
  const added = await changeDrawing(api, {
    change: (elements) => [...elements, ...newPart(part, { label: part.label, at, maker: browserMaker })],
    select: ([shape]) => shape?.id,
  })
  const [shape] = added
  const drawn = api.getSceneElements().find(({ id }) => id === shape?.id)
  if (drawn !== undefined && !isWithin(boxOfShape(drawn), view))
    api.scrollToContent([...shown, drawn], { fitToContent: true, animate: false, canvasOffsets: roomForBars })
}

/** What can be seen of the drawing between the bars, in its own coordinates. */
function viewOf(api: ExcalidrawImperativeAPI): Box {
  const { width, height, zoom, scrollX, scrollY } = api.getAppState()
  return {
    left: roomForBars.left / zoom.value - scrollX,
    top: roomForBars.top / zoom.value - scrollY,
    right: (width - roomForBars.right) / zoom.value - scrollX,
    bottom: (height - roomForBars.bottom) / zoom.value - scrollY,
  }
}

const boxOfShape = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
})
