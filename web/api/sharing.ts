import { z } from 'zod'
import { type ObjectionRequest, objectionSchema } from '#src/domain/objection.ts'
import { type PeerReviewRequest, peerReviewSchema } from '#src/domain/peer-review.ts'
import { type ShareRequest, shareSchema } from '#src/domain/share.ts'
import {
  newShareSchema,
  receivedReviewsSchema,
  sharedEntrySchema,
  sharedInterviewSchema,
  shareListSchema,
} from '#src/protocol/sharing.ts'
import { request } from './request.ts'

export const makeShare = (id: string, body: ShareRequest) =>
  request({ path: `/api/interviews/${id}/shares`, method: 'POST', body, answer: newShareSchema })
export const listShares = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/shares`, answer: shareListSchema, signal })
export const revokeShare = (id: string, share: string) =>
  request({ path: `/api/interviews/${id}/shares/${share}/revocation`, method: 'POST', body: {}, answer: shareSchema })
export const listReviews = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/reviews`, answer: receivedReviewsSchema, signal })

export const listObjections = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/objections`, answer: z.array(objectionSchema), signal })
export const object = (id: string, body: ObjectionRequest) =>
  request({ path: `/api/interviews/${id}/objections`, method: 'POST', body, answer: objectionSchema })
export const withdrawObjection = (id: string, objection: string) =>
  request({
    path: `/api/interviews/${id}/objections/${objection}/withdrawal`,
    method: 'POST',
    body: {},
    answer: z.array(objectionSchema),
  })

/** A guest's requests: they go by the cookie of one share. */
export const enterShare = (token: string, signal: AbortSignal) =>
  request({ path: '/api/shared', method: 'POST', body: { token }, answer: sharedEntrySchema, signal })
export const readShared = (share: string, signal: AbortSignal) =>
  request({ path: `/api/shared/${encodeURIComponent(share)}`, answer: sharedInterviewSchema, signal })
export const submitReview = (share: string, body: PeerReviewRequest) =>
  request({ path: `/api/shared/${encodeURIComponent(share)}/review`, method: 'POST', body, answer: peerReviewSchema })
