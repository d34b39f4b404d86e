import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { searchQuerySchema, searchResultSchema } from '#src/protocol/history.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import type { ServerOptions } from './server-options.ts'
import { withoutUnsaid } from './without-unsaid.ts'

/** Titles shown above what was said. */
const titlesShown = 5

const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search the words of all interviews and the titles of their questions; anything may be typed',
  request: { query: searchQuerySchema },
  responses: { 200: jsonOf(searchResultSchema, 'What was found, a page of it.'), ...problems },
})

export function searchRoutes({ store }: Pick<ServerOptions, 'store'>): OpenAPIHono<Environment> {
  return checkedRoutes().openapi(search, async (context) => {
    const { words, order, limit, ...rest } = context.req.valid('query')
    const asked = { words, order, limit, ...withoutUnsaid(rest) }
    const page = await store.searchTurns(context.var.owner, asked)
    const isFirst = rest.cursor === undefined && rest.speaker === undefined
    const titles = isFirst ? await store.searchTitles(context.var.owner, { ...asked, limit: titlesShown }) : []
    return context.json({ titles, ...page }, 200)
  })
}
