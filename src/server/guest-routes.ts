import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { peerReviewRequestSchema, peerReviewSchema } from '#src/domain/peer-review.ts'
import { shownBoardSchema } from '#src/protocol/board.ts'
import { problemSchema } from '#src/protocol/rest.ts'
import { sharedEntryRequestSchema, sharedEntrySchema, sharedInterviewSchema } from '#src/protocol/sharing.ts'
import { cookieRules } from './access-cookie.ts'
import { askingAddress, assertMayGuess } from './asking-address.ts'
import { revisionParam } from './board-routes.ts'
import { guessLimit } from './guess-limit.ts'
import { type Guests, guestCookieName, guestsOn, unknownLink } from './guests.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { openingOf } from './share-access.ts'
import { sharedBoard } from './shared-board.ts'
import { sharedInterview } from './shared-interview.ts'
import { submittedReview } from './submitted-review.ts'

const guestProblems = {
  ...problems,
  410: jsonOf(problemSchema, 'The link was withdrawn or has expired.'),
  429: jsonOf(problemSchema, 'Too many wrong links from this address.'),
}
const shareParams = z.object({ share: z.string().max(64) })

const enter = createRoute({
  method: 'post',
  path: '/api/shared',
  summary: 'Exchange the token of a share link for a cookie',
  request: { body: { required: true, ...jsonOf(sharedEntryRequestSchema, 'What follows the # of the link.') } },
  responses: { 200: jsonOf(sharedEntrySchema, 'The cookie is set; it opens this one share.'), ...guestProblems },
})
const read = createRoute({
  method: 'get',
  path: '/api/shared/{share}',
  summary: 'What a share link shows of its interview',
  request: { params: shareParams },
  responses: { 200: jsonOf(sharedInterviewSchema, 'The transcript, and what else the link allows.'), ...guestProblems },
})
const board = createRoute({
  method: 'get',
  path: '/api/shared/{share}/boards/{revision}',
  summary: 'A board that went with a turn that the link shows',
  request: { params: shareParams.extend({ revision: revisionParam }) },
  responses: { 200: jsonOf(shownBoardSchema, 'The board.'), ...guestProblems },
})
const submit = createRoute({
  method: 'post',
  path: '/api/shared/{share}/review',
  summary: 'Submit a review; once',
  request: {
    params: shareParams,
    body: { required: true, ...jsonOf(peerReviewRequestSchema, 'All ratings, and the comments.') },
  },
  responses: { 201: jsonOf(peerReviewSchema, 'The review as stored.'), ...guestProblems },
})

/**
 * All that a guest can call. They come before the check of the owner's cookie, and each of them checks the guest's. The cookie is HttpOnly, so
 * that it outlives a reload and no script reads it; its path keeps it from every other route.
 */
export function guestRoutes(options: Pick<ServerOptions, 'store' | 'clock' | 'config'>): OpenAPIHono<Environment> {
  const { store, clock, config } = options
  const guests = guestsOn({ store, clock })
  const limit = guessLimit(clock)

  /** Asks about a link, unless this address has come with too many wrong ones. */
  async function asked<Found>(
    context: Context,
    ask: (guests: Guests, cookies: string | undefined) => Promise<Found>,
  ): Promise<Found> {
    const address = askingAddress(context, config)
    const words = 'Too many links that open nothing came from here. Wait a minute, then try again.'
    assertMayGuess(context, limit, { address, words })
    try {
      return await ask(guests, context.req.header('cookie'))
    } catch (error) {
      if (error instanceof Problem && error.code === unknownLink) limit.count(address)
      throw error
    }
  }

  return checkedRoutes()
    .openapi(enter, async (context) => {
      const { token } = context.req.valid('json')
      const { kept, cookie } = await asked(context, (door, cookies) => door.enter(token, cookies))
      const { id, expiresAt } = kept.share
      const maxAge = Math.ceil((expiresAt - clock.now()) / 1000)
      if (cookie !== null)
        setCookie(context, guestCookieName(id), cookie, { ...cookieRules(context, config), path: '/api/shared', maxAge })
      return context.json({ share: id }, 200)
    })
    .openapi(read, async (context) => {
      const { share } = context.req.valid('param')
      const found = await asked(context, (door, cookies) => door.find(share, cookies))
      return context.json(await sharedInterview(store, found), 200)
    })
    .openapi(board, async (context) => {
      const { share, revision } = context.req.valid('param')
      const letIn = await asked(context, (door, cookies) => door.find(share, cookies))
      return context.json(await sharedBoard(store, { letIn, revision }), 200)
    })
    .openapi(submit, async (context) => {
      const { share } = context.req.valid('param')
      const { guest, interview } = await asked(context, (door, cookies) => door.find(share, cookies))
      if (guest.share.kind !== 'review')
        throw new Problem(403, 'read-only', 'This link is for reading. Ask for one that asks for a review.')
      if (!openingOf(guest.share, guest.review !== null).submits)
        throw new Problem(409, 'conflict', 'You have submitted your review already; it stays as it was.')
      const { criteria } = (await store.findContent(interview.id)).rubric
      const turns = await store.listTurns(interview.id)
      const review = submittedReview(context.req.valid('json'), { criteria, turns, submittedAt: clock.now() })
      await store.savePeerReview(guest.id, review)
      return context.json(review, 201)
    })
}
