import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { exerciseSchema } from '#src/protocol/exercise.ts'
import { ownInterview } from './own-interview.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { shownExercise } from './shown-exercise.ts'

const read = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/exercise',
  summary: 'The database and the cases that the question hands out, from the phase on that asks for them',
  request: { params: idParams },
  responses: { 200: jsonOf(exerciseSchema, 'What there is by now.'), ...problems },
})

/** What the pads work on. Solutions, queries and what they return never leave the server. */
export function exerciseRoutes({ store, content }: Pick<ServerOptions, 'store' | 'content'>): OpenAPIHono<Environment> {
  return checkedRoutes().openapi(read, async (context) => {
    const interview = await ownInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
    const phase = (await store.listTurns(interview.id)).at(-1)?.phase ?? 0
    return context.json(shownExercise(interview, { content, phase }), 200)
  })
}
