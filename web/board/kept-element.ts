import { z } from 'zod'

/** An element of a drawing where it is only kept, compared or sent: what is read of it; everything else goes along. */
export const keptElementSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  /** Counted up with each change of the element; `versionNonce` tells two changes of the same count apart. */
  version: z.number(),
  versionNonce: z.number(),
  isDeleted: z.boolean().optional(),
  /** Epoch milliseconds. */
  updated: z.number().optional(),
})
export type KeptElement = z.infer<typeof keptElementSchema>
