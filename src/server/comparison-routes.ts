import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { comparableSchema, comparedTurnsSchema, comparisonSchema } from '#src/protocol/history.ts'
import { comparedAttempts } from './compared-attempts.ts'
import { ownInterview } from './own-interview.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

/** Other interviews that are offered to be laid beside one. */
const offered = 20

const list = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/comparable',
  summary: 'What an interview can be compared with',
  request: { params: idParams },
  responses: { 200: jsonOf(comparableSchema, 'Other attempts at one of its questions, and its redos.'), ...problems },
})
const both = z.object({ first: z.string().max(64), second: z.string().max(64) })
const compare = createRoute({
  method: 'get',
  path: '/api/comparisons/{first}/{second}',
  summary: 'Two attempts at a question side by side; the second may be a redo of the first',
  request: { params: both },
  responses: { 200: jsonOf(comparisonSchema, 'Both, as they were scored.'), ...problems },
})
const turns = createRoute({
  method: 'get',
  path: '/api/comparisons/{first}/{second}/turns',
  summary: 'What was said and shown in two attempts about the question that they share',
  request: { params: both },
  responses: { 200: jsonOf(comparedTurnsSchema, 'The turns of both, as they were scored.'), ...problems },
})

/** Two attempts at one question. */
export function comparisonRoutes({ store }: Pick<ServerOptions, 'store'>): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(list, async (context) => {
      const { owner } = context.var
      const interview = await ownInterview(store, { id: context.req.valid('param').id, owner })
      const { id, track, level } = interview
      const titles = new Map(interview.questions.map((question) => [question.id, question.title]))
      const others = await Promise.all(
        [...titles.keys()].map((question) => store.listInterviews(owner, { track, question, status: 'ended', limit: offered })),
      )
      const attempts = others
        .flat()
        .filter((one, place, all) => one.id !== id && one.isOpened && all.findIndex((other) => other.id === one.id) === place)
        .filter(({ scoring }) => scoring?.status === 'done')
        .map((one) => ({
          ...{ kind: 'interview' as const, id: one.id, title: one.title, level: one.level, createdAt: one.createdAt },
        }))
      const redos = (await store.listRedos(id))
        .filter(({ state }) => state.kind === 'graded')
        .map((redo) => ({
          ...{ kind: 'redo' as const, id: redo.id, title: titles.get(redo.question) ?? redo.question, level },
          createdAt: redo.createdAt,
        }))
      return context.json(
        [...attempts, ...redos].sort((a, b) => b.createdAt - a.createdAt),
        200,
      )
    })
    .openapi(compare, async (context) => {
      const { owner } = context.var
      const { question, interview, first, second } = await comparedAttempts(store, { ...context.req.valid('param'), owner })
      const { rubric } = await store.findContent(interview.id)
      return context.json(
        {
          question,
          title: interview.questions.find(({ id }) => id === question)?.title ?? question,
          track: interview.track,
          criteria: rubric.criteria.map(({ id, title }) => ({ id, title })),
          first: first.attempt,
          second: second.attempt,
        },
        200,
      )
    })
    .openapi(turns, async (context) => {
      const { owner } = context.var
      const { first, second } = await comparedAttempts(store, { ...context.req.valid('param'), owner })
      return context.json({ first: first.turns, second: second.turns }, 200)
    })
}
