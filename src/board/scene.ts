import { z } from 'zod'

/** What is read of an Excalidraw scene; everything else of it is kept as it is. */
export const sceneSchema = z.looseObject({
  elements: z.array(
    z.looseObject({
      id: z.string(),
      type: z.string(),
      isDeleted: z.boolean().optional(),
      text: z.string().optional(),
    }),
  ),
})
export type Scene = z.infer<typeof sceneSchema>
