import { z } from 'zod'
import { ratingSchema } from './rubric.ts'
import { personNameSchema } from './share.ts'
import { slugSchema } from './track.ts'

/** What a reviewer makes of one criterion. */
export const peerRatingSchema = z.union([ratingSchema, z.literal('cannot-say')])
export type PeerRating = z.infer<typeof peerRatingSchema>
export const peerRatingsSchema = z.record(slugSchema, peerRatingSchema)
export type PeerRatings = z.infer<typeof peerRatingsSchema>

export const longestComment = 2000
export const mostComments = 100

/** A remark on a turn, or on a slice of its text; UTF-16 offsets. */
export const commentRequestSchema = z.strictObject({
  turn: z.number().int().min(1),
  /** Null: the whole turn is meant. */
  words: z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) }).nullable(),
  text: z.string().trim().min(1).max(longestComment),
})
export type CommentRequest = z.infer<typeof commentRequestSchema>

export const commentSchema = z.object({
  turn: z.number().int().min(1),
  /** `quote` is what the slice said when the review was submitted: an imported transcript may be corrected later. */
  words: z.object({ start: z.number().int(), end: z.number().int(), quote: z.string() }).nullable(),
  text: z.string(),
})
export type Comment = z.infer<typeof commentSchema>

/** A review as its author submits it, with every criterion rated or left as "cannot say". */
export const peerReviewRequestSchema = z.strictObject({
  /** How the author wants to be called. */
  reviewer: personNameSchema,
  ratings: peerRatingsSchema,
  comments: z.array(commentRequestSchema).max(mostComments),
})
export type PeerReviewRequest = z.infer<typeof peerReviewRequestSchema>

/** A review as submitted: final, and made before its author saw any rating. */
export const peerReviewSchema = z.object({
  reviewer: personNameSchema,
  ratings: peerRatingsSchema,
  comments: z.array(commentSchema),
  /** Epoch milliseconds. */
  submittedAt: z.number().int(),
})
export type PeerReview = z.infer<typeof peerReviewSchema>
