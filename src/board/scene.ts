import { z } from 'zod'

/** Pixels of the drawing. Beyond this an editor draws nothing, and sums of such figures stay finite. */
const coordinate = z.number().min(-1e9).max(1e9)
const bindingSchema = z.looseObject({ elementId: z.string() })

/**
 * One element as Excalidraw keeps it: the fields that are read. All others stay as they came, and so do elements of kinds that nobody here knows.
 */
export const sceneElementSchema = z.looseObject({
  id: z.string().min(1).max(200),
  type: z.string().min(1).max(64),
  x: coordinate,
  y: coordinate,
  width: coordinate,
  height: coordinate,
  /** Radians, about the middle. */
  angle: coordinate.nullish(),
  isDeleted: z.boolean().nullish(),
  /** Deepest first. */
  groupIds: z.array(z.string()).max(64).nullish(),
  frameId: z.string().nullish(),
  boundElements: z.array(z.looseObject({ id: z.string(), type: z.string() })).nullish(),
  customData: z.record(z.string(), z.unknown()).nullish(),
  /** Of a text: as it is shown, with the breaks that its container made, and as it was typed. */
  text: z.string().nullish(),
  originalText: z.string().nullish(),
  containerId: z.string().nullish(),
  /** Of a frame. */
  name: z.string().nullish(),
  /** Of an arrow or a line, from its own x and y. */
  points: z.array(z.tuple([coordinate, coordinate], coordinate)).nullish(),
  startBinding: bindingSchema.nullish(),
  endBinding: bindingSchema.nullish(),
  startArrowhead: z.string().nullish(),
  endArrowhead: z.string().nullish(),
})
export type SceneElement = z.infer<typeof sceneElementSchema>

/** A drawing as Excalidraw keeps it. */
export const sceneSchema = z.looseObject({ elements: z.array(sceneElementSchema) })
export type Scene = z.infer<typeof sceneSchema>

/** The elements that are there, in an order that does not depend on who was drawn first; of two with one id the first counts. */
export function liveElements({ elements }: Pick<Scene, 'elements'>): SceneElement[] {
  const byId = new Map<string, SceneElement>()
  for (const element of elements) if (!byId.has(element.id)) byId.set(element.id, element)
  return [...byId.values()].filter(({ isDeleted }) => isDeleted !== true).sort(byPosition)
}

const byPosition = (a: SceneElement, b: SceneElement): number =>
  a.y - b.y || a.x - b.x || a.width - b.width || a.height - b.height || inOrder(a.id, b.id)

export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
