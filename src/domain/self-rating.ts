import { z } from 'zod'
import { ratingSchema } from './rubric.ts'
import { slugSchema } from './track.ts'

/** How the candidate rated themselves before the scorecard was opened. A criterion that was left out was not rated. */
export const selfRatingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rated'),
    ratings: z
      .record(slugSchema, ratingSchema)
      .refine((ratings) => Object.keys(ratings).length > 0, 'rates one criterion at least'),
  }),
  z.strictObject({ kind: z.literal('skipped') }),
])
export type SelfRating = z.infer<typeof selfRatingSchema>
