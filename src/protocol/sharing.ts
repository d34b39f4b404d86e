import { z } from 'zod'
import { agreementSchema } from '#src/domain/agreement.ts'
import { languageSchema } from '#src/domain/language.ts'
import { peerReviewSchema } from '#src/domain/peer-review.ts'
import { criterionSchema, ratingSchema } from '#src/domain/rubric.ts'
import { evidenceSchema, recommendationSchema } from '#src/domain/score.ts'
import { shareKindSchema, shareSchema } from '#src/domain/share.ts'
import { levelSchema, trackIdSchema } from '#src/domain/track.ts'
import { artifactSchema } from '#src/domain/turn.ts'
import { shownTurnSchema } from './frames.ts'

/** Where a link leads; its token stands after the #, which no request and no referrer carries. */
export const sharedPath = '/shared'

/** A link just made. `token` is told this once. */
export const newShareSchema = z.object({ share: shareSchema, token: z.string() })
export type NewShare = z.infer<typeof newShareSchema>

export const shareListSchema = z.object({
  /** The newest first. */
  shares: z.array(shareSchema),
  /** Reviews submitted so far, over all links. */
  reviews: z.number().int(),
  /** The server listens to this machine alone: a link opens nowhere else. */
  isLoopbackOnly: z.boolean(),
})
export type ShareList = z.infer<typeof shareListSchema>

/** What follows the # of a link, exchanged for a cookie that opens that one interview. */
export const sharedEntryRequestSchema = z.strictObject({ token: z.string().max(256) })
export const sharedEntrySchema = z.object({ share: z.string() })

/** A turn as a guest sees it: the words, and nothing of why they were said. */
export const sharedTurnSchema = shownTurnSchema
  .pick({ turn: true, speaker: true, text: true, phase: true, elapsedMs: true, interrupted: true })
  .extend({ artifacts: z.array(artifactSchema.omit({ scene: true })) })
export type SharedTurn = z.infer<typeof sharedTurnSchema>

/** A review with whom its link was for. */
export const receivedReviewSchema = z.object({ id: z.string(), invited: z.string(), review: peerReviewSchema })
export type ReceivedReview = z.infer<typeof receivedReviewSchema>
export const receivedReviewsSchema = z.object({
  /** Oldest first. */
  reviews: z.array(receivedReviewSchema),
  /** What the comments are on. */
  turns: z.array(sharedTurnSchema),
  /** All reviews of all one's interviews whose scorecard was opened, held to the scorer's newest ratings. */
  overall: z.object({ interviews: z.number().int(), reviews: z.number().int(), agreement: agreementSchema }),
})
export type ReceivedReviews = z.infer<typeof receivedReviewsSchema>

/** The scorer's ratings for a guest's eyes: numbers and the candidate's own words, nothing that the guide holds. */
export const sharedScoresSchema = z.object({
  recommendation: recommendationSchema.nullable(),
  ratings: z.array(
    z.object({
      criterion: z.string(),
      /** Null: unscored. */ rating: ratingSchema.nullable(),
      evidence: z.array(evidenceSchema),
    }),
  ),
})
export type SharedScores = z.infer<typeof sharedScoresSchema>

/** All that a guest can read of an interview. */
export const sharedInterviewSchema = z.object({
  kind: shareKindSchema,
  /** Epoch milliseconds. */
  expiresAt: z.number().int(),
  track: trackIdSchema,
  level: levelSchema,
  language: languageSchema,
  endedAt: z.number().int().nullable(),
  /** False: `elapsedMs` of the turns means nothing. */
  isTimed: z.boolean(),
  questions: z.array(z.object({ title: z.string() })),
  /** Titles; a turn's `phase` is an index into them. */
  phases: z.array(z.string()),
  turns: z.array(sharedTurnSchema),
  criteria: z.array(criterionSchema.pick({ id: true, title: true, means: true, anchors: true })),
  /** The guest's own, as submitted. */
  review: peerReviewSchema.nullable(),
  scores: z.discriminatedUnion('kind', [
    /** The owner does not show them. */
    z.object({ kind: z.literal('hidden') }),
    /** They show once the guest has submitted a review. */
    z.object({ kind: z.literal('after-review') }),
    /** Null: it was not scored. */
    z.object({ kind: z.literal('shown'), scores: sharedScoresSchema.nullable() }),
  ]),
})
export type SharedInterview = z.infer<typeof sharedInterviewSchema>
