import { z } from 'zod'
import { evidenceSchema, verdictSchema } from './score.ts'
import { slugSchema } from './track.ts'

/** Longest text that can be pointed at: a whole turn. */
const longestClaim = 16_000

/** "I did say that": a check of one question, and the words of one's own that show it. */
export const appealRequestSchema = z.strictObject({
  question: slugSchema,
  criterion: slugSchema,
  check: slugSchema,
  /** The words pointed at. */
  quote: z.string().trim().min(1).max(longestClaim),
  /** Where they stand, when that is known. */
  turn: z.number().int().min(1).optional(),
})
export type AppealRequest = z.infer<typeof appealRequestSchema>

/** An appeal as it was judged. */
export const appealSchema = z.object({
  id: z.string(),
  question: slugSchema,
  criterion: slugSchema,
  check: slugSchema,
  /** The words pointed at, as they were given. */
  claim: z.string(),
  /** The stored words that they are; null when the candidate did not say them. */
  quote: evidenceSchema.nullable(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('moved'), from: verdictSchema, to: verdictSchema }),
    z.object({ kind: z.literal('refused'), verdict: verdictSchema }),
  ]),
  /** One or two plain sentences. */
  reason: z.string(),
  createdAt: z.number().int(),
})
export type Appeal = z.infer<typeof appealSchema>
