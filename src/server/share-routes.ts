import { randomUUID } from 'node:crypto'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { agreementOf, pairsOf } from '#src/domain/agreement.ts'
import type { Rating } from '#src/domain/rubric.ts'
import type { Scorecard } from '#src/domain/score.ts'
import { type Share, shareRequestSchema, shareSchema } from '#src/domain/share.ts'
import { newShareSchema, type ReceivedReviews, receivedReviewsSchema, shareListSchema } from '#src/protocol/sharing.ts'
import type { Store } from '#src/store/store.ts'
import { isLoopback } from './admission.ts'
import { endedInterview } from './own-interview.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import { hashOf, newSecret } from './secrets.ts'
import type { ServerOptions } from './server-options.ts'
import { sharedTurn } from './shared-interview.ts'

const msPerDay = 24 * 60 * 60 * 1000

const make = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/shares',
  summary: 'Make a link by which somebody else may look at an ended interview',
  request: { params: idParams, body: { required: true, ...jsonOf(shareRequestSchema, 'For whom, for what, for how long.') } },
  responses: { 201: jsonOf(newShareSchema, 'The link; its token is told only here.'), ...problems },
})
const list = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/shares',
  summary: 'The links of an interview, the newest first',
  request: { params: idParams },
  responses: { 200: jsonOf(shareListSchema, 'The links without their tokens.'), ...problems },
})
const revoke = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/shares/{share}/revocation',
  summary: 'End a link at once; reviews that came by it stay',
  request: { params: idParams.extend({ share: z.string().max(64) }) },
  responses: { 200: jsonOf(shareSchema, 'The link as it stands now.'), ...problems },
})
const reviews = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/reviews',
  summary: 'What reviewers said of an interview, and how far all reviews agree with the scorer',
  request: { params: idParams },
  responses: { 200: jsonOf(receivedReviewsSchema, 'The reviews, oldest first.'), ...problems },
})

/** Links to one's own interviews, and what came back by them. */
export function shareRoutes(options: Pick<ServerOptions, 'store' | 'clock' | 'config'>): OpenAPIHono<Environment> {
  const { store, clock, config } = options
  return checkedRoutes()
    .openapi(make, async (context) => {
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      const { kind, name, expiresInDays, showsRatings } = context.req.valid('json')
      const createdAt = clock.now()
      const expiresAt = createdAt + expiresInDays * msPerDay
      const share: Share = {
        id: randomUUID(),
        kind,
        name,
        showsRatings,
        createdAt,
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      }
      const token = newSecret()
      await store.createShare(id, share, hashOf(token))
      return context.json({ share, token }, 201)
    })
    .openapi(list, async (context) => {
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      const received = (await store.listPeerReviews(id)).length
      const isLoopbackOnly = isLoopback(config.host) && (config.spaces?.origins ?? []).length === 0
      return context.json({ shares: await store.listShares(id), reviews: received, isLoopbackOnly }, 200)
    })
    .openapi(revoke, async (context) => {
      const { id, share } = context.req.valid('param')
      await endedInterview(store, { id, owner: context.var.owner })
      return context.json(await store.revokeShare(id, share, clock.now()), 200)
    })
    .openapi(reviews, async (context) => {
      const { owner } = context.var
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner })
      const turns = (await store.listTurns(id)).map(sharedTurn)
      return context.json({ reviews: await store.listPeerReviews(id), turns, overall: await overall(store, owner) }, 200)
    })
}

/** Interviews whose scorecard was never opened are left out: one may still rate oneself there, unknowing. */
async function overall(store: Store, owner: string): Promise<ReceivedReviews['overall']> {
  const counted = await Promise.all(
    (await store.reviewedInterviews(owner)).map(async (id) => {
      const scorecard = (await store.isScorecardOpened(id)) ? await store.latestScorecard(id) : null
      return scorecard && { scorer: ratingsOf(scorecard), reviews: await store.listPeerReviews(id) }
    }),
  )
  const found = counted.filter((one) => one !== null)
  const pairs = found.flatMap((one) => one.reviews.flatMap(({ review }) => pairsOf(review.ratings, one.scorer)))
  return {
    interviews: found.length,
    reviews: found.reduce((sum, one) => sum + one.reviews.length, 0),
    agreement: agreementOf(pairs),
  }
}

const ratingsOf = ({ scores }: Scorecard): Record<string, Rating | null> =>
  Object.fromEntries(scores.map((score) => [score.criterion, score.kind === 'rated' ? score.rating : null]))
