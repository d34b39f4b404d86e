import { z } from 'zod'

/** rubrics/thresholds.json: what fitting produced; shared by all tracks. */
export const thresholdsSchema = z.strictObject({
  /** Share of a rating's checks that must be met to earn it; `partly` counts half. */
  shares: z.strictObject({ 2: z.number().min(0).max(1), 3: z.number().min(0).max(1), 4: z.number().min(0).max(1) }),
  /**
   * For a scorer that goes by words alone: a sum of the shares met and of how specific the words are, and what it must reach for a rating. Its
   * patterns take a general phrase for the thing itself now and then; how specific the words are tells the two apart.
   */
  words: z.strictObject({
    weights: z.strictObject({ 2: z.number(), 3: z.number(), 4: z.number(), specificity: z.number() }),
    cuts: z.strictObject({ 2: z.number(), 3: z.number(), 4: z.number() }),
  }),
})
export type Thresholds = z.infer<typeof thresholdsSchema>
