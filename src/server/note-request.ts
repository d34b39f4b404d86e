import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Environment } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'

/** An answered request, for logs and metrics: nothing of its address but the route's pattern, nothing of its body. */
export interface AnsweredRequest {
  method: string
  /** Such as `/api/interviews/:id`; `other` for what no route knows. */
  route: string
  status: number
  milliseconds: number
}

/** Gives every request an id of our own, which its answer carries, and notes the request once it is answered. */
export function noteRequest({
  clock,
  log,
  onRequest,
}: Pick<ServerOptions, 'clock' | 'log' | 'onRequest'>): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const request = randomUUID()
    const begun = clock.now()
    context.set('requestId', request)
    await next()
    context.header('x-request-id', request)
    const { pattern, interview } = routeOf(matchedRoutes(context), context.req.path)
    const answered: AnsweredRequest = {
      method: context.req.method,
      route: pattern,
      status: context.res.status,
      milliseconds: clock.now() - begun,
    }
    log.info({ request, ...answered, ...(interview !== undefined && { interview }) }, 'A request was answered.')
    onRequest?.(answered)
  }
}

/** The last route that is one address and no prefix of many, and the interview that the address names. */
function routeOf(matched: readonly { path: string }[], path: string): { pattern: string; interview?: string | undefined } {
  const pattern = matched.map((route) => route.path).findLast((route) => !route.includes('*'))
  if (pattern === undefined) return { pattern: matched.some((route) => route.path === '/assets/*') ? '/assets/*' : 'other' }
  const interview = /^\/api\/interviews\/([\w-]{1,64})(?:\/|$)/.exec(path)?.[1]
  return { pattern, interview }
}
