import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { setCookie } from 'hono/cookie'
import { accessRequestSchema, accessSchema } from '#src/protocol/rest.ts'
import { type Access, accessSeconds, cookieName } from './access.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'

const enter = createRoute({
  method: 'post',
  path: '/api/access',
  summary: 'Exchange the launch token for a cookie',
  request: { body: { required: true, ...jsonOf(accessRequestSchema, 'The token of the printed address.') } },
  responses: { 200: jsonOf(accessSchema, 'The cookie is set.'), ...problems },
})
const look = createRoute({
  method: 'get',
  path: '/api/access',
  summary: 'Whether this browser has access',
  responses: { 200: jsonOf(accessSchema, 'It has.'), ...problems },
})

/** Routes under /api/access; the exchange is the one route that needs no access. */
export function accessRoutes(access: Access): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(enter, async (context) => {
      const value = await access.grant(context.req.valid('json').token)
      if (value === null)
        throw new Problem(
          401,
          'wrong-token',
          'This is not the current launch token. Open Hotseat by the address it printed last.',
        )
      setCookie(context, cookieName, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: accessSeconds })
      return context.json({ access: 'granted' } as const, 200)
    })
    .openapi(look, (context) => context.json({ access: 'granted' } as const, 200))
}
