import { CaptureUpdateAction, exportToCanvas, FONT_FAMILY, reconcileElements, restoreElements } from '@excalidraw/excalidraw'
import type { RemoteExcalidrawElement } from '@excalidraw/excalidraw/data/reconcile'
import type { ImportedDataState } from '@excalidraw/excalidraw/data/types'
import type { NonDeletedExcalidrawElement, OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types'
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { isPicture } from '#src/board/element-kinds.ts'
import type { KeptElement } from './kept-element.ts'

/** What new things are drawn with: plain strokes and a plain face, as the rest of the page has. */
export const plainStyle = {
  currentItemFontFamily: FONT_FAMILY.Nunito,
  currentItemRoughness: 0,
  currentItemStrokeWidth: 1,
  currentItemFillStyle: 'solid',
  currentItemArrowType: 'sharp',
} as const

/** The same for a part, an arrow or a text that was not drawn by hand. */
export const plainLook = ({ type }: { type: string }) => ({
  roughness: 0,
  strokeWidth: 1,
  ...(type === 'text' ? { fontFamily: FONT_FAMILY.Nunito } : {}),
  ...(type === 'rectangle' || type === 'diamond' ? { roundness: type === 'rectangle' ? { type: 3 } : { type: 2 } } : {}),
})

/** Excalidraw takes elements as they were kept and mends what is missing. */
export const restored = (elements: readonly KeptElement[]): OrderedExcalidrawElement[] =>
  restoreElements(elements as ImportedDataState['elements'], null, { repairBindings: true })

/** What of a board a picture of it shows. A picture leads nowhere: links would be pressed unawares, and lie hidden in the order of the keyboard. */
export function shownElements(elements: readonly KeptElement[]): NonDeletedExcalidrawElement[] {
  const kept = elements.filter((element) => element.isDeleted !== true && !isPicture(element))
  return restored(kept.map((element) => ({ ...element, link: null }))).filter((element) => !element.isDeleted)
}

/** Brings in what was drawn elsewhere. Of each element the newer version stays, and whatever is in hand here is left alone; nothing of it can be undone. */
export function mergeIntoDrawing(api: ExcalidrawImperativeAPI, elements: readonly KeptElement[]): void {
  const remote = restored(elements) as RemoteExcalidrawElement[]
  const merged = reconcileElements(api.getSceneElementsIncludingDeleted(), remote, api.getAppState())
  api.updateScene({ elements: merged, captureUpdate: CaptureUpdateAction.NEVER })
}

/** Resolves when the faces of these elements' texts are there, so that texts are measured by what they are drawn with. */
export async function loadFaces(elements: readonly NonDeletedExcalidrawElement[]): Promise<void> {
  const texts = elements.filter(({ type }) => type === 'text')
  if (texts.length > 0) await exportToCanvas({ elements: texts, files: null, getDimensions: () => ({ width: 1, height: 1 }) })
}
