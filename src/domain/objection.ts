import { z } from 'zod'
import { slugSchema } from './track.ts'

/** What can be called not useful. */
export const objectionTargetSchema = z.discriminatedUnion('kind', [
  /** Something that the interviewer said. */
  z.strictObject({ kind: z.literal('turn'), turn: z.number().int().min(1) }),
  /** A rating of one question; of all questions together when `question` is null. */
  z.strictObject({ kind: z.literal('rating'), question: slugSchema.nullable(), criterion: slugSchema }),
  z.strictObject({ kind: z.literal('fix'), criterion: slugSchema, check: slugSchema }),
])
export type ObjectionTarget = z.infer<typeof objectionTargetSchema>

export const objectionRequestSchema = z.strictObject({
  target: objectionTargetSchema,
  reason: z.string().trim().min(1).max(1000),
})
export type ObjectionRequest = z.infer<typeof objectionRequestSchema>

/** "Not useful", with the reason. It is kept beside what it is about and changes no score. */
export const objectionSchema = z.object({
  id: z.string(),
  target: objectionTargetSchema,
  /** What it is about, in words as they stood then. */
  about: z.string(),
  reason: z.string(),
  /** Epoch milliseconds. */
  createdAt: z.number().int(),
})
export type Objection = z.infer<typeof objectionSchema>

/** The same text for the same target. */
export function objectionKey(target: ObjectionTarget): string {
  switch (target.kind) {
    case 'turn':
      return `turn ${target.turn}`
    case 'rating':
      return `rating ${target.question ?? '*'} ${target.criterion}`
    case 'fix':
      return `fix ${target.criterion} ${target.check}`
    default:
      return target satisfies never
  }
}
