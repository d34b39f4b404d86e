import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { isWithin } from '#src/board/geometry.ts'
import { boxOfShape, roomForBars, viewOf } from './all-in-view.ts'

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
