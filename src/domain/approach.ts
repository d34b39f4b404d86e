import { z } from 'zod'
import { slugSchema, trackIdSchema } from './track.ts'

/** A way to go about an answer: a short guide for candidates, shown before and after an interview. No part of any scoring. */
export const approachSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(3).max(60),
  tracks: z.array(trackIdSchema).min(1),
  about: z.string().min(20).max(200),
  steps: z
    .array(
      z.strictObject({
        step: z.string().min(3).max(60),
        /** How much of the time or of the words it takes, as said to a person. */
        share: z.string().max(30).optional(),
        how: z.string().min(10).max(200),
      }),
    )
    .min(2)
    .max(8),
})
export type Approach = z.infer<typeof approachSchema>

/** rubrics/approaches.yaml. */
export const approachesSchema = z.strictObject({ approaches: z.array(approachSchema).min(1) })
export type Approaches = z.infer<typeof approachesSchema>
