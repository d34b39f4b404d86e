import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { localOwner } from '#src/domain/space.ts'
import { describeFault } from '#src/errors.ts'
import { type ModelCheck, modelCheckSchema, settingsSchema, statusSchema } from '#src/protocol/rest.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import type { CheckedModel, ServerOptions } from './server-options.ts'

const status = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'Whether a model is in force, and which',
  responses: { 200: jsonOf(statusSchema, 'The model in force.'), ...problems },
})
const settings = createRoute({
  method: 'get',
  path: '/api/settings',
  summary: 'The settings in force, without the key',
  responses: { 200: jsonOf(settingsSchema, 'The settings.'), ...problems },
})
const check = createRoute({
  method: 'post',
  path: '/api/settings/check',
  summary: 'Test each model in force: reachable, streams, structured output',
  responses: { 200: jsonOf(z.array(modelCheckSchema), 'One result for each model; none without one.'), ...problems },
})

/** What is in force, and whether it works. */
export function settingsRoutes({
  config,
  models,
  content,
}: Pick<ServerOptions, 'config' | 'models' | 'content'>): OpenAPIHono<Environment> {
  const { model } = config
  const notices = [...config.notices]
  const named = model && namedModel(model)
  const inForce = model && named && { ...named, hasKey: model.apiKey !== '', ...callSettings(model) }
  const own = content.own
  const ownQuestions = own && { folder: own.folder, count: own.ids.length, faults: own.faults.map(describeFault) }
  return checkedRoutes()
    .openapi(status, (context) => context.json({ model: named, notices }, 200))
    .openapi(settings, (context) => context.json({ model: inForce, notices, ownQuestions }, 200))
    .openapi(check, async (context) => {
      // Its calls are for no interview, so no budget would count them.
      if (context.var.owner !== localOwner)
        throw new Problem(403, 'not-yours', 'Only who started Hotseat can test its models, by the address that it printed.')
      const used = [models.interviewer, models.scorer].filter((one) => one !== null)
      const distinct = [...new Map(used.map((one) => [one.name, one])).values()]
      return context.json(await Promise.all(distinct.map((one) => checked(one, context.req.raw.signal))), 200)
    })
}

type ModelConfig = NonNullable<ServerOptions['config']['model']>

const namedModel = ({ baseUrl, interviewer, scorer, seesPictures }: ModelConfig) => ({
  baseUrl,
  interviewer,
  scorer,
  seesPictures,
})

const callSettings = ({ scorerRepeats, contextTokens, prices }: ModelConfig) => ({
  scorerRepeats,
  contextTokens,
  prices,
})

async function checked(model: CheckedModel, signal: AbortSignal): Promise<ModelCheck> {
  const { reachable, streams, structured, millisecondsToFirstToken, problem } = await model.checkHealth(signal)
  return {
    model: model.name,
    reachable,
    streams,
    structuredOutput: structured,
    firstTokenMs: millisecondsToFirstToken,
    problem,
  }
}
