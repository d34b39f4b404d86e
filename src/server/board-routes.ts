import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { maxBoardsBytes } from '#src/domain/workspace.ts'
import { boardProblemSchema, boardRequestSchema, keptBoardSchema, shownBoardSchema } from '#src/protocol/board.ts'
import { problemSchema } from '#src/protocol/rest.ts'
import { drawingLimit } from './drawing-limit.ts'
import { keptScene } from './kept-scene.ts'
import { ownInterview } from './own-interview.ts'
import { notFound, Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

export const revisionParam = z.coerce.number().int().min(1)

const keep = createRoute({
  method: 'put',
  path: '/api/interviews/{id}/board',
  summary: 'Store the board as it stands; the same one again is stored once',
  request: { params: idParams, body: { required: true, ...jsonOf(boardRequestSchema, 'The drawing, whole.') } },
  responses: {
    200: jsonOf(keptBoardSchema, 'Where it is kept.'),
    ...problems,
    409: jsonOf(boardProblemSchema, 'It was drawn from another board than the newest, or the interview is over.'),
    429: jsonOf(problemSchema, 'Boards came faster than anybody draws.'),
  },
})
const newest = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/board',
  summary: 'The newest board',
  request: { params: idParams },
  responses: { 200: jsonOf(shownBoardSchema, 'The board.'), ...problems },
})
const one = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/boards/{revision}',
  summary: 'A board as it was: those that went with a turn are kept, and the newest few',
  request: { params: idParams.extend({ revision: revisionParam }) },
  responses: { 200: jsonOf(shownBoardSchema, 'The board.'), ...problems },
})

const boardsFull = `With this, the boards of this interview would hold more than ${maxBoardsBytes / 1_048_576} MB, which is the most. Take something off, or go on in words.`

/** What is drawn beside the conversation. It is too large for a frame. */
export function boardRoutes(options: Pick<ServerOptions, 'store' | 'sessions' | 'clock'>): OpenAPIHono<Environment> {
  const { store, sessions } = options
  const limit = drawingLimit(options.clock, 'The board')
  return checkedRoutes()
    .openapi(keep, async (context) => {
      const { id } = await ownInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      limit.count(id)
      const { connection, base, scene: sent } = context.req.valid('json')
      const { json, text, leftOut } = await keptScene(sent)
      const outcome = await store.saveBoard(id, { base, scene: json, text })
      switch (outcome.kind) {
        case 'over':
          throw new Problem(409, 'not-running', 'The interview has ended; nothing can be drawn any more.')
        case 'full':
          throw new Problem(413, 'boards-full', boardsFull)
        case 'moved': {
          const message = 'The board was drawn on elsewhere meanwhile. Load it, then draw on that.'
          return context.json({ error: { code: 'board-moved', message }, revision: outcome.revision }, 409)
        }
        case 'stored':
          await sessions.tellDrawn(id, { connection, revision: outcome.revision })
          return context.json({ revision: outcome.revision, leftOut }, 200)
        case 'same':
          return context.json({ revision: outcome.revision, leftOut }, 200)
        default:
          return outcome satisfies never
      }
    })
    .openapi(newest, async (context) => {
      const { id } = await ownInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      const revision = await store.newestBoard(id)
      const board = revision === null ? null : await store.findBoard(id, revision)
      if (board === null) throw notFound('Nothing was drawn in this interview yet.')
      return context.json(board, 200)
    })
    .openapi(one, async (context) => {
      const { id: interview, revision } = context.req.valid('param')
      const { id } = await ownInterview(store, { id: interview, owner: context.var.owner })
      const board = await store.findBoard(id, revision)
      if (board === null) throw notFound('This board is not kept: no turn names it, and newer ones took its place.')
      return context.json(board, 200)
    })
}
