import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { type Box, isWithin } from '#src/board/geometry.ts'

/** Excalidraw's own bars lie over the drawing. */
export const roomForBars = { top: 72, bottom: 72, left: 16, right: 48 }

/** What can be seen of the drawing between the bars, in its own coordinates. */
export function viewOf(api: ExcalidrawImperativeAPI): Box {
  const { width, height, zoom, scrollX, scrollY } = api.getAppState()
  return {
    left: roomForBars.left / zoom.value - scrollX,
    top: roomForBars.top / zoom.value - scrollY,
    right: (width - roomForBars.right) / zoom.value - scrollX,
    bottom: (height - roomForBars.bottom) / zoom.value - scrollY,
  }
}

export const boxOfShape = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
})

export function isAllInView(api: ExcalidrawImperativeAPI): boolean {
  const view = viewOf(api)
  return api.getSceneElements().every((element) => isWithin(boxOfShape(element), view))
}

/** Brings everything that is drawn into view; nothing moves where nothing is drawn. */
export function showAll(api: ExcalidrawImperativeAPI): void {
  const elements = api.getSceneElements()
  if (elements.length > 0) api.scrollToContent(elements, { fitToContent: true, animate: false, canvasOffsets: roomForBars })
}
