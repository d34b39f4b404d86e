import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { accessSchema } from '#src/protocol/rest.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'

const look = createRoute({
  method: 'get',
  path: '/api/access',
  summary: 'Whether this browser has access',
  responses: { 200: jsonOf(accessSchema, 'It has.'), ...problems },
})

/** For who has access; how it is got stands in entry-routes.ts. */
export const accessRoutes = (): OpenAPIHono<Environment> =>
  checkedRoutes().openapi(look, (context) => context.json({ access: 'granted' } as const, 200))
