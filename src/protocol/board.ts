import { z } from 'zod'
import { maxSceneElements } from '#src/domain/workspace.ts'
import { boardAtSchema } from './frames.ts'
import { problemSchema } from './rest.ts'

/** Longest body with which a board is stored, bytes: more than a scene may have, so that one that is too large is told so. */
export const maxBoardBodyBytes = 3 * 1024 * 1024

/** A drawing as Excalidraw writes it. Its parts are checked where they are read (src/board/scene.ts). */
const sentSceneSchema = z.strictObject({
  type: z.literal('excalidraw'),
  version: z.number(),
  source: z.string().max(2048).optional(),
  elements: z.array(z.unknown()).max(maxSceneElements, `a board may have ${maxSceneElements} parts; take some off`),
  appState: z.record(z.string(), z.unknown()).optional(),
  /** Pictures; none are kept. */
  files: z.record(z.string(), z.unknown()).optional(),
})
export type SentScene = z.infer<typeof sentSceneSchema>

/** A board to be stored. `base`: the revision that it was drawn from, null for none. `connection`: the tab, as it named itself in its hello. */
export const boardRequestSchema = z.strictObject({
  connection: z.string().min(8).max(64),
  base: z.number().int().min(1).nullable(),
  scene: sentSceneSchema,
})

/** Where a board is kept now. `leftOut`: what of the drawing was not kept, for the candidate; null for nothing. */
export const keptBoardSchema = boardAtSchema.extend({ leftOut: z.string().nullable() })
export type KeptBoard = z.infer<typeof keptBoardSchema>

/** `board-moved`: somebody else's board is the newest; `revision` is that one, null when there is none. */
export const boardProblemSchema = problemSchema.extend({ revision: z.number().int().nullable().optional() })

/** A board as it was stored, and in words. */
export const shownBoardSchema = boardAtSchema.extend({ scene: z.unknown(), text: z.string() })
export type ShownBoard = z.infer<typeof shownBoardSchema>
