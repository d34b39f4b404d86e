import { randomUUID } from 'node:crypto'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { localOwner } from '#src/domain/space.ts'
import { accessRequestSchema, accessSchema, problemSchema } from '#src/protocol/rest.ts'
import { type SpaceEntryRequest, spaceEntryRequestSchema } from '#src/protocol/space.ts'
import type { Access } from './access.ts'
import { setAccessCookie } from './access-cookie.ts'
import { askingAddress, assertMayGuess } from './asking-address.ts'
import { guessLimit } from './guess-limit.ts'
import { notFound, Problem } from './problem.ts'
import { checkedRoutes, type Environment, jsonOf, problems } from './route-schemas.ts'
import { hashOf, isSameSecret } from './secrets.ts'
import type { ServerOptions } from './server-options.ts'

const entryProblems = { ...problems, 429: jsonOf(problemSchema, 'Too many wrong guesses from this address.') }

const exchange = createRoute({
  method: 'post',
  path: '/api/access',
  summary: 'Exchange the launch token for a cookie',
  request: { body: { required: true, ...jsonOf(accessRequestSchema, 'The token of the printed address.') } },
  responses: { 200: jsonOf(accessSchema, 'The cookie is set.'), ...entryProblems },
})
const enter = createRoute({
  method: 'post',
  path: '/api/space',
  summary: 'Come in by the access secret, into a new space, or by a link from another browser, into the one it is of',
  request: { body: { required: true, ...jsonOf(spaceEntryRequestSchema, 'The secret and a name, or the token of a link.') } },
  responses: { 200: jsonOf(accessSchema, 'The cookie is set.'), ...entryProblems },
})

/** All that somebody can call who has no access yet, beside what a share link opens. They come before the check of the owner's cookie. */
export function entryRoutes(options: ServerOptions, access: Access): OpenAPIHono<Environment> {
  const { store, clock, config } = options
  const { spaces } = config
  const limit = guessLimit(clock)
  const words = 'Too many wrong guesses came from here. Wait a minute, then try again.'

  /** Whose space is entered; null when the secret or the link is not the right one. */
  async function ownerFor(request: SpaceEntryRequest, accessSecret: string): Promise<string | null> {
    if ('move' in request) return await store.takeMove(hashOf(request.move), clock.now())
    if (!isSameSecret(request.secret.trim(), accessSecret)) return null
    const space = { id: randomUUID(), name: request.name, createdAt: clock.now() }
    await store.createSpace(space)
    return space.id
  }

  return checkedRoutes()
    .openapi(exchange, async (context) => {
      const address = askingAddress(context, config)
      // Where nobody but this machine is heard, a script that starts too early may ask as often as it likes.
      if (spaces !== null) assertMayGuess(context, limit, { address, words })
      const value = await access.grant(context.req.valid('json').token)
      if (value === null) {
        limit.count(address)
        throw new Problem(
          401,
          'wrong-token',
          'This is not the current launch token. Open Hotseat by the address it printed last.',
        )
      }
      setAccessCookie(context, config, value)
      return context.json({ access: 'granted' } as const, 200)
    })
    .openapi(enter, async (context) => {
      if (spaces === null) throw notFound('There are no spaces here. Open Hotseat by the address it printed.')
      const address = askingAddress(context, config)
      assertMayGuess(context, limit, { address, words })
      const request = context.req.valid('json')
      const holder = await access.holderOf({ cookie: context.req.header('cookie'), authorization: undefined })
      // Its cookie is the only way back into a space, and would be overwritten.
      if (holder !== null && holder.owner !== localOwner)
        throw new Problem(409, 'conflict', 'This browser is in a space already. Leave that one first, under Settings.')
      const owner = await ownerFor(request, spaces.accessSecret)
      if (owner === null) {
        limit.count(address)
        throw 'move' in request
          ? new Problem(
              401,
              'wrong-link',
              'This link opens nothing: it works once, for ten minutes. Make a new one under Settings.',
            )
          : new Problem(401, 'wrong-secret', 'This is not the access secret. Ask whoever runs this Hotseat for it.')
      }
      setAccessCookie(context, config, await access.admit(owner))
      return context.json({ access: 'granted' } as const, 200)
    })
}
