import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Interview } from '#src/domain/interview.ts'
import { lastArtifacts } from '#src/domain/last-artifacts.ts'
import { redoRequestSchema, redoSchema } from '#src/domain/redo.ts'
import { slugSchema } from '#src/domain/track.ts'
import { turnsAbout } from '#src/domain/turns-about.ts'
import { redoOfferSchema } from '#src/protocol/rest.ts'
import { gradedTurns } from './graded-turns.ts'
import { endedInterview } from './own-interview.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, idParams, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { shownTurn } from './shown.ts'

const offer = createRoute({
  method: 'get',
  path: '/api/interviews/{id}/redos',
  summary: 'What is asked when a check is answered again, and the answers so far',
  request: { params: idParams, query: z.object({ criterion: slugSchema, check: slugSchema }) },
  responses: { 200: jsonOf(redoOfferSchema, 'The question, and what was answered to it again.'), ...problems },
})
const submit = createRoute({
  method: 'post',
  path: '/api/interviews/{id}/redos',
  summary: 'Answer one part again; it is stored at once and graded alone',
  request: { params: idParams, body: { required: true, ...jsonOf(redoRequestSchema, 'The check, and the new words.') } },
  responses: { 202: jsonOf(redoSchema, 'The answer as stored.'), ...problems },
})

/** Answers given again, beside the original. */
export function redoRoutes({ store, redos }: Pick<ServerOptions, 'store' | 'redos'>): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(offer, async (context) => {
      const interview = await ratedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      const { id } = interview
      const place = context.req.valid('query')
      const { asked, original, question } = await redos.find(id, place)
      const criterion = (await store.findContent(id)).rubric.criteria.find((one) => one.id === place.criterion)
      const all = await store.listRedos(id)
      const answered = all.filter(({ criterion: of, check }) => of === place.criterion && check === place.check)
      const { turns } = await gradedTurns(store, interview, await store.latestScorecard(id))
      const artifacts = lastArtifacts(turnsAbout(interview, turns.map(shownTurn), question))
      return context.json(
        { question, asked, original, criterion: criterion?.title ?? place.criterion, artifacts, redos: answered },
        200,
      )
    })
    .openapi(submit, async (context) => {
      const { id } = await ratedInterview(store, { id: context.req.valid('param').id, owner: context.var.owner })
      return context.json(await redos.submit(id, context.req.valid('json')), 202)
    })
}

/** Both routes tell how the first answer was rated, and before the scorecard is opened one may still rate oneself unknowing. */
async function ratedInterview(store: ServerOptions['store'], asked: { id: string; owner: string }): Promise<Interview> {
  const interview = await endedInterview(store, asked)
  if (await store.isScorecardOpened(interview.id)) return interview
  throw new Problem(409, 'not-opened', 'Open the scorecard first; then answer a part of it again.')
}
