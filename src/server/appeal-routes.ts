import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { appealRequestSchema, appealSchema } from '#src/domain/appeal.ts'
import { endedInterview } from './own-interview.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const appeal = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/appeals',
  summary: 'Have one check of the newest scorecard judged again by words of one’s own',
  request: { params: idParams, body: { required: true, ...jsonOf(appealRequestSchema, 'The check, and the words.') } },
  responses: { 201: jsonOf(appealSchema, 'What came of it; when the check moved there is a new scorecard.'), ...problems },
})

/** "I did say that": appeals of single checks. They are read with the scorecard. */
export function appealRoutes({ store, appeals }: Pick<ServerOptions, 'store' | 'appeals'>): OpenAPIHono<Environment> {
  return checkedRoutes().openapi(appeal, async (context) => {
    const { id } = await endedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
    const result = await appeals.appeal(id, context.req.valid('json'))
    if (result.kind === 'unjudged')
      throw new Problem(503, 'not-judged', `${result.reason} The check stays as it was; you can appeal again.`)
    return context.json(result.appeal, 201)
  })
}
