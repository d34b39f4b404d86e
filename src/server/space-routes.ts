import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Space } from '#src/domain/space.ts'
import { leftSchema, ownSpaceSchema, spaceMoveSchema, spaceNameRequestSchema } from '#src/protocol/space.ts'
import type { Access } from './access.ts'
import { clearAccessCookie } from './access-cookie.ts'
import { Problem } from './problem.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import { hashOf, newSecret } from './secrets.ts'
import type { ServerOptions } from './server-options.ts'

const moveMs = 10 * 60_000

const read = createRoute({
  method: 'get',
  path: '/api/space',
  summary: 'The space that this browser is in',
  responses: { 200: jsonOf(ownSpaceSchema, 'Its name; null for who started the server.'), ...problems },
})
const rename = createRoute({
  method: 'post',
  path: '/api/space/name',
  summary: 'Give the space another name',
  request: { body: { required: true, ...jsonOf(spaceNameRequestSchema, 'The name.') } },
  responses: { 200: jsonOf(ownSpaceSchema, 'The space as it is now.'), ...problems },
})
const move = createRoute({
  method: 'post',
  path: '/api/space/move',
  summary: 'Make a link that lets one more browser into the space, once and for ten minutes',
  responses: { 201: jsonOf(spaceMoveSchema, 'The token of the link; an earlier one works no more.'), ...problems },
})
const leave = createRoute({
  method: 'post',
  path: '/api/space/leaving',
  summary: 'End the access of this browser; the space stays',
  responses: { 200: jsonOf(leftSchema, 'The cookie is ended.'), ...problems },
})

const shown = ({ name, createdAt }: Space) => ({ space: { name, createdAt } })

/** The space of the person who asks. `onLeft` is told which cookie has ended. */
export function spaceRoutes(
  { store, clock, config }: Pick<ServerOptions, 'store' | 'clock' | 'config'>,
  { access, onLeft }: { access: Access; onLeft: (cookieHash: string) => void },
): OpenAPIHono<Environment> {
  return checkedRoutes()
    .openapi(read, async (context) => {
      const space = await store.findSpace(context.var.owner)
      return context.json(space === null ? { space } : shown(space), 200)
    })
    .openapi(rename, async (context) => {
      const { id } = await ownSpace(store, context.var.owner)
      return context.json(shown(await store.renameSpace(id, context.req.valid('json').name)), 200)
    })
    .openapi(move, async (context) => {
      const { id } = await ownSpace(store, context.var.owner)
      const token = newSecret()
      const expiresAt = clock.now() + moveMs
      await store.createMove(hashOf(token), id, expiresAt)
      return context.json({ token, expiresAt }, 201)
    })
    .openapi(leave, async (context) => {
      const { cookieHash } = context.var
      if (cookieHash === null) throw new Problem(409, 'conflict', 'This came with the launch token and not with a cookie.')
      await access.end(cookieHash)
      clearAccessCookie(context, config)
      onLeft(cookieHash)
      return context.json({ left: true } as const, 200)
    })
}

async function ownSpace(store: ServerOptions['store'], owner: string): Promise<Space> {
  const space = await store.findSpace(owner)
  if (space === null)
    throw new Problem(409, 'conflict', 'This belongs to whoever started Hotseat, who comes in by the address that it printed.')
  return space
}
