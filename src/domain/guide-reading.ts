import { z } from 'zod'
import { slugSchema, trackIdSchema } from './track.ts'

/** A question whose guide somebody opened for study; what they begin on it afterwards counts as prepared. `readAt`: epoch milliseconds. */
export const guideReadingSchema = z.object({ track: trackIdSchema, question: slugSchema, readAt: z.number().int() })
export type GuideReading = z.infer<typeof guideReadingSchema>
