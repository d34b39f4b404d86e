import { z } from 'zod'
import { personNameSchema } from './share.ts'

/** The owner of what was made with the launch token: whoever started the server. */
export const localOwner = 'local'

/** What one person came in for by the access secret; `id` is the owner id of their interviews. */
export const spaceSchema = z.object({
  id: z.string(),
  /** As they called themselves; two may have the same. */
  name: personNameSchema,
  /** Epoch milliseconds. */
  createdAt: z.number().int(),
})
export type Space = z.infer<typeof spaceSchema>
