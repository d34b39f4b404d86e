import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { freePlace } from '#src/board/free-place.ts'
import { boxOf, isWithin } from '#src/board/geometry.ts'
import { newPart } from '#src/board/new-elements.ts'
import { nextInRow } from '#src/board/next-in-row.ts'
import type { PalettePart } from '#src/board/palette.ts'
import { viewOf } from './all-in-view.ts'
import { browserMaker, changeDrawing, elementsOf } from './change-drawing.ts'
import { growingView } from './growing-view.ts'

/** Puts a part of the palette on the board, as near as there is room to where a row of parts would go on, in view and selected. */
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
  const grow = growingView(api)
  const added = await changeDrawing(api, {
    change: (elements) => [...elements, ...newPart(part, { label: part.label, at, maker: browserMaker })],
    select: ([shape]) => shape?.id,
  })
  grow(added)
}
