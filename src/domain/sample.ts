import { z } from 'zod'
import { interviewSchema } from './interview.ts'
import { turnSchema } from './turn.ts'

/** An interview that ships with Hotseat, to see what one gets before one has sat any. Its scorecard is made when it is asked for. */
export const sampleSchema = z.strictObject({
  /** Who wrote it, and what for. */
  about: z.string().min(1),
  interview: interviewSchema.omit({ ownerId: true, contentHash: true }),
  turns: z.array(turnSchema.extend({ clientTurnId: z.null().default(null) })).min(1),
})
export type Sample = z.infer<typeof sampleSchema>
