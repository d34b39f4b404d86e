import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { sampleInterviewSchema } from '#src/protocol/rest.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const sample = createRoute({
  method: 'get',
  path: '/api/sample',
  summary: 'An interview that ships with Hotseat, scored and gone back over; it counts as reading the guide of its questions',
  responses: { 200: jsonOf(sampleInterviewSchema, 'The sample.'), ...problems },
})

/** What one gets, to be seen before one has sat an interview. It is nobody's, and stored nowhere. */
export function sampleRoutes({ sample: make, store }: Pick<ServerOptions, 'sample' | 'store'>): OpenAPIHono<Environment> {
  return checkedRoutes().openapi(sample, async (context) => {
    const made = await make()
    const { track, questions } = made.interview
    // Its scorecard tells what is listened for.
    for (const { id: question } of questions) await store.saveGuideReading(context.var.owner, { track, question })
    return context.json(made, 200)
  })
}
