import { z } from 'zod'

/** How the wording of an answer is read (evidence/wording.ts): fitted on the bank's sample answers, whose level is known, and on no transcript. */
export const wordingSchema = z.strictObject({
  constant: z.number(),
  /** Above this an answer is worded no better: words put in beside it lift it no further. */
  most: z.number(),
  /** What is usual in the labelled transcripts: a rating is said to be held down or lifted by wording beside these. */
  usual: z.strictObject({ mean: z.number(), weakest: z.number() }),
  /** Stem -> what it adds, times its loudness; `#` is any figure. Only words that sample answers of every track hold. */
  words: z.record(z.string(), z.number()),
})
export type Wording = z.infer<typeof wordingSchema>

/** rubrics/thresholds.json: what fitting produced; shared by all tracks. */
export const thresholdsSchema = z.strictObject({
  /** Share of a rating's checks that must be met to earn it; `partly` counts half. */
  shares: z.strictObject({ 2: z.number().min(0).max(1), 3: z.number().min(0).max(1), 4: z.number().min(0).max(1) }),
  /**
   * For a scorer that goes by words alone: a sum of the shares met and of how specific the words are, and what it must reach for a rating. Its
   * patterns take a general phrase for the thing itself now and then, and miss the thing said in other words; how the answers are worded, in all
   * and where they are weakest, makes up for both. `level` is what each level above junior asks more.
   */
  words: z.strictObject({
    weights: z.strictObject({
      2: z.number().min(0),
      3: z.number().min(0),
      4: z.number().min(0),
      specificity: z.number().min(0),
      wording: z.number().min(0),
      weakest: z.number().min(0),
      level: z.number().min(0),
    }),
    cuts: z.strictObject({ 2: z.number(), 3: z.number(), 4: z.number() }),
  }),
  wording: wordingSchema,
})
export type Thresholds = z.infer<typeof thresholdsSchema>
