import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { noSpace } from '#src/protocol/space.ts'
import type { Access } from './access.ts'
import { setAccessCookie } from './access-cookie.ts'
import { accessRoutes } from './access-routes.ts'
import { admissionWords, refusalOf } from './admission.ts'
import { appealRoutes } from './appeal-routes.ts'
import { askingAddress } from './asking-address.ts'
import { bankRoutes } from './bank-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { comparisonRoutes } from './comparison-routes.ts'
import { deletionRoutes } from './deletion-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { exerciseRoutes } from './exercise-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { guestRoutes } from './guest-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { importRoutes } from './import-routes.ts'
import { interviewRoutes } from './interview-routes.ts'
import { libraryRoutes } from './library-routes.ts'
import { limitBody } from './limit-body.ts'
import { noteRequest } from './note-request.ts'
import { noteRoutes } from './note-routes.ts'
import { objectionRoutes } from './objection-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { answerError, notFound, Problem } from './problem.ts'
import { progressRoutes } from './progress-routes.ts'
import { reaskRoutes } from './reask-routes.ts'
import { redoRoutes } from './redo-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import type { Environment } from './route-schemas.ts'
import { sampleRoutes } from './sample-routes.ts'
import { scoringRoutes } from './scoring-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { selfRatingRoutes } from './self-rating-routes.ts'
import type { ServerOptions } from './server-options.ts'
import { settingsRoutes } from './settings-routes.ts'
import { shareRoutes } from './share-routes.ts'
import { spaceRoutes } from './space-routes.ts'

interface Doors {
  access: Access
  /** Told which cookie has ended. */
  onLeft: (cookieHash: string) => void
  /** Told which interviews were deleted. */
  onDeleted: (interviews: readonly string[]) => void
}

/** Everything over HTTP: who may come in, whose it is, the routes, the page. */
export function createApp(options: ServerOptions, doors: Doors): OpenAPIHono<Environment> {
  const { access } = doors
  const { config } = options
  const app = new OpenAPIHono<Environment>()
  app.onError((error, context) => answerError(error, context, options.log))
  app.use(noteRequest(options))
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
    const approach = { host: header('host'), origin: header('origin'), fetchSite: apiSite(context.req) }
    const refusal = refusalOf(approach, config.spaces?.origins ?? [])
    if (refusal !== null) throw new Problem(403, refusal, admissionWords[refusal])
    await next()
  })
  app.route('/', healthRoutes(options))
  app.use(limitBody)
  app.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store')
    await next()
  })
  // Before the owner is asked for: these answer who comes with a secret or a link, and nothing behind them does.
  const open = [entryRoutes(options, access), guestRoutes(options)]
  for (const routes of open) app.route('/', routes)
  app.use('/api/*', async (context, next) => {
    const { req } = context
    const address = askingAddress(context, config)
    const credentials = { cookie: req.header('cookie'), authorization: req.header('authorization'), address }
    const holder = await access.holderOf(credentials)
    if (holder === null) throw config.spaces === null ? noAccess() : noSpaceYet()
    context.set('owner', holder.owner)
    context.set('cookieHash', holder.cookieHash)
    const renewed = await access.renew(holder, credentials)
    if (renewed !== null) setAccessCookie(context, config, renewed)
    return await next()
  })
  // The longest by far. They repeat nothing of what was asked, so their length tells nobody what they hold.
  for (const path of ['/api/library', '/api/approaches']) app.use(path, compress())
  const api = apiRoutes(options, doors, open)
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

const noAccess = () => new Problem(401, 'no-access', 'This browser has no access yet. Open Hotseat by the address it printed.')
const noSpaceYet = () =>
  new Problem(
    401,
    noSpace,
    'This browser has no space here yet. Enter the access secret to get one, or a link from another browser.',
  )

const nothingHere = 'There is nothing at this address. GET /api/openapi.json lists what there is.'

/** `open` answer before these; they stand here too for the document. */
function apiRoutes(options: ServerOptions, doors: Doors, open: OpenAPIHono<Environment>[]): OpenAPIHono<Environment> {
  const api = new OpenAPIHono<Environment>()
  for (const routes of [
    accessRoutes(),
    spaceRoutes(options, doors),
    bankRoutes(options.content),
    libraryRoutes(options),
    interviewRoutes(options),
    boardRoutes(options),
    pictureRoutes(options),
    exerciseRoutes(options),
    exportRoutes(options),
    scoringRoutes(options),
    selfRatingRoutes(options),
    appealRoutes(options),
    redoRoutes(options),
    shareRoutes(options),
    objectionRoutes(options),
    searchRoutes(options),
    progressRoutes(options),
    reaskRoutes(options),
    comparisonRoutes(options),
    noteRoutes(options),
    reviewRoutes(options),
    ...open,
    importRoutes(options),
    deletionRoutes(options, doors),
    sampleRoutes(options),
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
