import { z } from 'zod'
import { slugSchema } from './track.ts'

/** Frameworks on which there are questions of their own. */
export const frameworks = ['node', 'spring', 'django', 'rails', 'dotnet'] as const
export const frameworkSchema = z.enum(frameworks)
export type Framework = z.infer<typeof frameworkSchema>

/** What questions are sorted by in the library, and drawn by in a round of several. */
export const topicSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  /** How many of a hundred interviews touch it, as far as figures are published. */
  focus: z.number().min(1).max(100).optional(),
})
export type Topic = z.infer<typeof topicSchema>

/** rubrics/topics.yaml, in the order in which they are shown. */
export const topicsSchema = z.strictObject({
  /** Where the figures of `focus` are from. */
  source: z.string(),
  topics: z.array(topicSchema).min(1),
})
export type Topics = z.infer<typeof topicsSchema>
