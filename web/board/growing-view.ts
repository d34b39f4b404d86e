import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { type Box, isWithin } from '#src/board/geometry.ts'
import { roomForBars } from './use-all-in-view.ts'

/**
 * Brings elements into view that are new since it was called for, where they are not: the view grows around what it showed. Following the new ones alone
 * would lay out a design as one endless row.
 */
export function growingView(api: ExcalidrawImperativeAPI): (added: readonly { id: string }[]) => void {
  const view = viewOf(api)
  const shown = api.getSceneElements().filter((element) => isWithin(boxOfShape(element), view))
  return (added) => {
    const ids = new Set(added.map(({ id }) => id))
    const drawn = api.getSceneElements().filter(({ id }) => ids.has(id))
    if (drawn.every((element) => isWithin(boxOfShape(element), view))) return
    api.scrollToContent([...shown, ...drawn], { fitToContent: true, animate: false, canvasOffsets: roomForBars })
  }
}

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

const boxOfShape = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
})
