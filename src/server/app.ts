import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { maxBodyBytes } from '#src/protocol/rest.ts'
import type { Access } from './access.ts'
import { accessRoutes } from './access-routes.ts'
import { admissionWords, refusalOf } from './admission.ts'
import { bankRoutes } from './bank-routes.ts'
import { interviewRoutes } from './interview-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { answerError, notFound, Problem } from './problem.ts'
import type { Environment } from './route-schemas.ts'
import { scoringRoutes } from './scoring-routes.ts'
import type { ServerOptions } from './server-options.ts'
import { settingsRoutes } from './settings-routes.ts'

/** Everything over HTTP: who may come in, whose it is, the routes, the page. */
export function createApp(options: ServerOptions, access: Access): OpenAPIHono<Environment> {
  const app = new OpenAPIHono<Environment>()
  app.onError((error, context) => answerError(error, context, options.log))
  app.use(async (context, next) => {
    const header = (name: string) => context.req.header(name)
    const refusal = refusalOf({ host: header('host'), origin: header('origin'), fetchSite: apiSite(context.req) })
    if (refusal !== null) throw new Problem(403, refusal, admissionWords[refusal])
    await next()
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    context.header('cross-origin-opener-policy', 'same-origin')
    context.header('cross-origin-resource-policy', 'same-origin')
    context.header('x-frame-options', 'DENY')
  })
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new Problem(413, 'too-large', `A request may have ${maxBodyBytes} bytes.`)
      },
    }),
  )
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
  for (const routes of [
    accessRoutes(access),
    bankRoutes(options.content),
    interviewRoutes(options),
    scoringRoutes(options),
    settingsRoutes(options),
  ])
    app.route('/', routes)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Hotseat',
      version: '1',
      description: 'Interviews, scoring and settings. What is said goes over the WebSocket.',
    },
  })
  app.all('/api/*', () => {
    throw notFound()
  })
  app.route('/', pageRoutes(options.webRoot))
  app.notFound((context) => answerError(notFound(), context, options.log))
  return app
}

/** A link that leads here from elsewhere may open a page, never call the API. */
const apiSite = (request: { path: string; header(name: string): string | undefined }): string | undefined =>
  request.path.startsWith('/api/') ? request.header('sec-fetch-site') : undefined
