import { CaptureUpdateAction, newElementWith, restoreElements } from '@excalidraw/excalidraw'
import type { ImportedDataState } from '@excalidraw/excalidraw/data/types'
import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types'
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types'
import { flushSync } from 'react-dom'
import type { Maker } from '#src/board/new-elements.ts'
import type { SceneElement } from '#src/board/scene.ts'
import { plainLook } from './excalidraw-drawing.ts'

export const browserMaker: Maker = {
  id: () => crypto.randomUUID().replaceAll('-', '').slice(0, 20),
  number: () => Math.floor(Math.random() * 2 ** 31),
  now: () => Date.now(),
}

/** The drawing as the operations on boards take it: what Excalidraw holds has every field that they read. */
export const elementsOf = (api: ExcalidrawImperativeAPI): SceneElement[] =>
  [...api.getSceneElementsIncludingDeleted()] as unknown as SceneElement[]

export interface Change {
  change(elements: SceneElement[]): SceneElement[]
  /** What is to be selected then, given the ids that are new. */
  select?(added: readonly SceneElement[]): string | undefined
}

/** Changes the drawing by an operation on its elements, as one step that can be undone. Resolves with the elements that are new. */
export async function changeDrawing(api: ExcalidrawImperativeAPI, { change, select }: Change): Promise<SceneElement[]> {
  // Where the face cannot be fetched, as without a line, texts are measured by the one that stands in.
  await document.fonts.load('20px Nunito').catch(() => undefined)
  const before = new Map(elementsOf(api).map((element) => [element.id, element]))
  const after = change(elementsOf(api)).map((element) =>
    before.has(element.id) ? element : { ...element, ...plainLook(element) },
  )
  const touched = new Set(after.filter((element) => before.get(element.id) !== element).map(({ id }) => id))
  if (touched.size === 0) return []
  const added = after.filter(({ id }) => !before.has(id))
  const selected = select?.(added)
  const appState = selected === undefined ? {} : { appState: { selectedElementIds: { [selected]: true } } as unknown as AppState }
  // At once, so that what is asked of the drawing next finds it.
  flushSync(() =>
    api.updateScene({ elements: measured(after, touched), captureUpdate: CaptureUpdateAction.IMMEDIATELY, ...appState }),
  )
  return added
}

/** The elements with the texts that were touched measured by their face and broken to the width of the shape that holds them, which grows where they are too high for it. */
function measured(elements: readonly SceneElement[], touched: ReadonlySet<string>): OrderedExcalidrawElement[] {
  const mended = restoreElements(elements as unknown as ImportedDataState['elements'], null, {
    refreshDimensions: true,
    repairBindings: true,
  })
  const byId = new Map(mended.map((element) => [element.id, element]))
  const grown = new Map(
    mended.flatMap((text) => {
      const shape = text.type === 'text' && touched.has(text.id) ? byId.get(text.containerId ?? '') : undefined
      const height = shape === undefined ? 0 : heightFor(shape.type, text.height)
      return shape === undefined || height <= shape.height ? [] : [[shape.id, height] as const]
    }),
  )
  return elements.flatMap((element) => {
    const isTouched = touched.has(element.id) || grown.has(element.id)
    const next = isTouched ? byId.get(element.id) : (element as unknown as OrderedExcalidrawElement)
    if (next === undefined) return []
    const height = grown.get(next.id)
    if (height !== undefined) return [touched.has(next.id) ? { ...next, height } : newElementWith(next, { height })]
    const shape = next.type === 'text' ? byId.get(next.containerId ?? '') : undefined
    const shapeHeight = grown.get(shape?.id ?? '')
    if (shape === undefined || shapeHeight === undefined) return [next]
    return [{ ...next, y: shape.y + (shapeHeight - next.height) / 2 }]
  })
}

const padding = 10

/** How high a shape has to be to hold a text of this height; 0 for what grows with no text. */
function heightFor(type: string, textHeight: number): number {
  if (type === 'rectangle') return textHeight + padding
  if (type === 'ellipse') return Math.round((textHeight + padding) * Math.SQRT2)
  if (type === 'diamond') return 2 * (textHeight + padding)
  return 0
}
