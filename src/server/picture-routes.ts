import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { boardAtSchema } from '#src/protocol/frames.ts'
import { problemSchema } from '#src/protocol/rest.ts'
import { readPicture } from './board-picture.ts'
import { revisionParam } from './board-routes.ts'
import { drawingLimit } from './drawing-limit.ts'
import { ownInterview } from './own-interview.ts'
import { notFound, Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { takesPictures } from './takes-pictures.ts'

const keep = createRoute({
  method: 'put',
  path: '/api/interviews/{id}/boards/{revision}/picture',
  summary: 'Keep the picture of a board for an interviewer that sees pictures; the newest board’s stays, until the end',
  request: {
    params: idParams.extend({ revision: revisionParam }),
    body: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: {
    200: jsonOf(boardAtSchema, 'Of which board it is kept.'),
    ...problems,
    409: jsonOf(
      problemSchema,
      'Who interviews there sees no pictures, the picture of a newer board is kept, or the interview is over.',
    ),
    422: jsonOf(problemSchema, 'It is no PNG, or has too many pixels.'),
    429: jsonOf(problemSchema, 'Pictures came faster than anybody draws.'),
  },
})

/** What the board looks like. No route shows it again: a browser draws the board itself. */
export function pictureRoutes({
  store,
  config,
  clock,
}: Pick<ServerOptions, 'store' | 'config' | 'clock'>): OpenAPIHono<Environment> {
  // Of its own, so that no board is refused for the sake of a picture.
  const limit = drawingLimit(clock, 'The picture of the board')
  return checkedRoutes().openapi(keep, async (context) => {
    const { id: asked, revision } = context.req.valid('param')
    const interview = await ownInterview(store, { id: asked, owner: context.var.owner })
    if (!takesPictures(config, interview))
      throw new Problem(409, 'no-pictures', 'Who interviews here sees no pictures: the board is read in words.')
    limit.count(interview.id)
    const picture = readPicture(new Uint8Array(await context.req.arrayBuffer()))
    const outcome = await store.saveBoardPicture(interview.id, revision, picture)
    switch (outcome) {
      case 'over':
        throw new Problem(409, 'not-running', 'The interview has ended; nobody looks at the board any more.')
      case 'no-board':
        throw notFound('This board is not kept: no turn names it, and newer ones took its place.')
      case 'outdated':
        throw new Problem(409, 'newer-picture', 'The picture of a newer board is kept already; this one came too late.')
      case 'stored':
        return context.json({ revision }, 200)
      default:
        return outcome satisfies never
    }
  })
}
