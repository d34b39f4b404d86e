import { z } from 'zod'

/** read-only: reads the transcript. review: comments and rates blind as well, once. */
export const shareKinds = ['read-only', 'review'] as const
export const shareKindSchema = z.enum(shareKinds)
export type ShareKind = z.infer<typeof shareKindSchema>

/** Longest life of a link, days. */
export const longestShareDays = 90
export const usualShareDays = 7

/** A name of a person as somebody types it. */
export const personNameSchema = z.string().trim().min(1).max(80)

export const shareRequestSchema = z.strictObject({
  kind: shareKindSchema,
  /** For whom; only the owner reads it. */
  name: personNameSchema,
  expiresInDays: z.number().int().min(1).max(longestShareDays).default(usualShareDays),
  /** Read-only: the scorer's ratings show beside the transcript. Review: they show once the guest's own are submitted. */
  showsRatings: z.boolean().default(false),
})
export type ShareRequest = z.infer<typeof shareRequestSchema>

/** A link that lets somebody else look at one ended interview. Its token is told once and stored as a hash. */
export const shareSchema = z.object({
  id: z.string(),
  kind: shareKindSchema,
  name: personNameSchema,
  showsRatings: z.boolean(),
  /** Epoch milliseconds, like all that follow. */
  createdAt: z.number().int(),
  expiresAt: z.number().int(),
  /** Null while nobody opened it. */
  lastUsedAt: z.number().int().nullable(),
  revokedAt: z.number().int().nullable(),
})
export type Share = z.infer<typeof shareSchema>
