import { randomUUID } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { objectionRequestSchema, objectionSchema } from '#src/domain/objection.ts'
import { aboutOf } from './objection-about.ts'
import { endedInterview } from './own-interview.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const list = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/objections',
  summary: 'What was called not useful, and why',
  request: { params: idParams },
  responses: { 200: jsonOf(z.array(objectionSchema), 'Oldest first.'), ...problems },
})
const object = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/objections',
  summary: 'Call a turn of the interviewer, a rating or a fix not useful; no score changes by it',
  request: { params: idParams, body: { required: true, ...jsonOf(objectionRequestSchema, 'What, and why.') } },
  responses: { 201: jsonOf(objectionSchema, 'As stored, in the place of an earlier one on the same.'), ...problems },
})
const withdraw = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/objections/{objection}/withdrawal',
  summary: 'Take a "not useful" back',
  request: { params: idParams.extend({ objection: z.string().max(64) }) },
  responses: { 200: jsonOf(z.array(objectionSchema), 'Those that are left.'), ...problems },
})

/** "Not useful", with a reason. Appeals are what can move a check. */
export function objectionRoutes({ store, clock }: Pick<ServerOptions, 'store' | 'clock'>): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(list, async (context) => {
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      return context.json(await store.listObjections(id), 200)
    })
    .openapi(object, async (context) => {
      const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      const { target, reason } = context.req.valid('json')
      // What it is about is told back, and one may still rate oneself unknowing.
      if (target.kind !== 'turn' && !(await store.isScorecardOpened(id)))
        throw new Problem(409, 'not-opened', 'Open the scorecard first; then say what of it is not useful.')
      const about = aboutOf(target, { turns: await store.listTurns(id), scorecard: await store.latestScorecard(id) })
      const objection = { id: randomUUID(), target, about, reason, createdAt: clock.now() }
      await store.saveObjection(id, objection)
      return context.json(objection, 201)
    })
    .openapi(withdraw, async (context) => {
      const { id, objection } = context.req.valid('param')
      await endedInterview(store, { id, owner: context.var.owner })
      await store.withdrawObjection(id, objection)
      return context.json(await store.listObjections(id), 200)
    })
}
