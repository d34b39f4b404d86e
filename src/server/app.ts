import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { Access } from './access.ts'
import { accessRoutes } from './access-routes.ts'
import { admissionWords, refusalOf } from './admission.ts'
import { appealRoutes } from './appeal-routes.ts'
import { bankRoutes } from './bank-routes.ts'
import { importRoutes } from './import-routes.ts'
import { interviewRoutes } from './interview-routes.ts'
import { libraryRoutes } from './library-routes.ts'
import { limitBody } from './limit-body.ts'
import { pageRoutes } from './page-routes.ts'
import { answerError, notFound, Problem } from './problem.ts'
import { redoRoutes } from './redo-routes.ts'
import type { Environment } from './route-schemas.ts'
import { scoringRoutes } from './scoring-routes.ts'
import { selfRatingRoutes } from './self-rating-routes.ts'
import type { ServerOptions } from './server-options.ts'
import { settingsRoutes } from './settings-routes.ts'

/** Everything over HTTP: who may come in, whose it is, the routes, the page. */
export function createApp(options: ServerOptions, access: Access): OpenAPIHono<Environment> {
  const app = new OpenAPIHono<Environment>()
  app.onError((error, context) => answerError(error, context, options.log))
  app.use(async (context, next) => {
    await next()
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    context.header('cross-origin-opener-policy', 'same-origin')
    context.header('cross-origin-resource-policy', 'same-origin')
    context.header('x-frame-options', 'DENY')
  })
  app.use(async (context, next) => {
    const header = (name: string) => context.req.header(name)
    const refusal = refusalOf({ host: header('host'), origin: header('origin'), fetchSite: apiSite(context.req) })
    if (refusal !== null) throw new Problem(403, refusal, admissionWords[refusal])
    await next()
  })
  app.use(limitBody)
  app.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store')
    if (context.req.path === '/api/access' && context.req.method === 'POST') return await next()
    const { req } = context
    const owner = await access.ownerOf({ cookie: req.header('cookie'), authorization: req.header('authorization') })
    if (owner === null)
      throw new Problem(401, 'no-access', 'This browser has no access yet. Open Hotseat by the address it printed.')
    context.set('owner', owner)
    return await next()
  })
  const api = apiRoutes(options, access)
  const onMethodNotAllowed = (context: Context, methods: string[]) => {
    context.header('allow', methods.join(', '))
    const message = `This address takes ${methods.join(', ')}, not ${context.req.method}.`
    return answerError(new Problem(405, 'wrong-method', message), context, options.log)
  }
  app.use('/api/*', methodNotAllowed({ app: api, onMethodNotAllowed }))
  app.route('/', api)
  app.all('/api/*', (context) => answerError(notFound(nothingHere), context, options.log))
  app.route('/', pageRoutes(options.webRoot))
  app.notFound((context) => answerError(notFound(), context, options.log))
  return app
}

const nothingHere = 'There is nothing at this address. GET /api/openapi.json lists what there is.'

function apiRoutes(options: ServerOptions, access: Access): OpenAPIHono<Environment> {
  const api = new OpenAPIHono<Environment>()
  for (const routes of [
    accessRoutes(access),
    bankRoutes(options.content),
    libraryRoutes(options),
    interviewRoutes(options),
    scoringRoutes(options),
    selfRatingRoutes(options),
    appealRoutes(options),
    redoRoutes(options),
    importRoutes(options),
    settingsRoutes(options),
  ])
    api.route('/', routes)
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Hotseat',
      version: '1',
      description: 'Interviews, scoring and settings. What is said goes over the WebSocket.',
    },
  })
  return api
}

/** A link that leads here from elsewhere may open a page, never call the API. */
const apiSite = (request: { path: string; header(name: string): string | undefined }): string | undefined =>
  request.path.startsWith('/api/') ? request.header('sec-fetch-site') : undefined
