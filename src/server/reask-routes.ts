import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { trackIds } from '#src/domain/track.ts'
import { dueQuestions, lookBackMs, type QuestionEvent } from '#src/progress/due-questions.ts'
import { type Reasks, reaskSchema, reasksSchema } from '#src/protocol/history.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

const list = createRoute({
  method: 'get',
  path: '/api/re-asks',
  summary: 'Questions that were answered weakly, and when they are due again',
  responses: { 200: jsonOf(reasksSchema, 'The earliest first.'), ...problems },
})
const dismiss = createRoute({
  method: 'post',
  path: '/api/re-asks/dismissals',
  summary: 'Put a question aside: it is due again only after another weak answer',
  request: { body: { required: true, ...jsonOf(reaskSchema, 'The question.') } },
  responses: { 201: jsonOf(reasksSchema, 'Those that are left.'), ...problems },
})

/** What is to be asked again, worked out from what was done. */
export function reaskRoutes({ store, clock }: Pick<ServerOptions, 'store' | 'clock'>): OpenAPIHono<Environment> {
  async function due(owner: string): Promise<Reasks> {
    const now = clock.now()
    const since = now - lookBackMs
    const [asked, redone, dismissed] = await Promise.all([
      store.listAsked(owner, since),
      store.listRedone(owner, since),
      store.listDismissals(owner),
    ])
    const questions = trackIds.flatMap((track) => {
      const events: QuestionEvent[] = [
        ...asked.filter((one) => one.track === track).map((one) => ({ ...one, kind: 'attempt' as const })),
        ...redone.filter((one) => one.track === track).map((one) => ({ ...one, kind: 'redo' as const })),
        ...dismissed.filter((one) => one.track === track).map((one) => ({ ...one, kind: 'dismissed' as const })),
      ]
      return dueQuestions(events, now).map((question) => ({ track, ...question }))
    })
    return { now, questions: questions.sort((a, b) => a.dueAt - b.dueAt) }
  }
  return checkedRoutes()
    .openapi(list, async (context) => context.json(await due(context.var.owner), 200))
    .openapi(dismiss, async (context) => {
      await store.dismissReask(context.var.owner, context.req.valid('json'))
      return context.json(await due(context.var.owner), 201)
    })
}
