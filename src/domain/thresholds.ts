import { z } from 'zod'

/** rubrics/thresholds.json: what fitting produced; shared by all tracks. */
export const thresholdsSchema = z.strictObject({
  /** Share of a rating's checks that must be met to earn it; `partly` counts half. */
  shares: z.strictObject({ 2: z.number().min(0).max(1), 3: z.number().min(0).max(1), 4: z.number().min(0).max(1) }),
})
export type Thresholds = z.infer<typeof thresholdsSchema>
