import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { GuessLimit } from './guess-limit.ts'
import { Problem } from './problem.ts'
import type { ServerConfig } from './server-options.ts'

/** Addresses of this machine, as a socket names them. */
const ofThisMachine = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/

/**
 * Where a request comes from, for limits. A proxy before a public name connects from this machine and appends whom it heard to
 * X-Forwarded-For; what stands before that anybody can have written, and a header of anybody else counts for nothing.
 */
export function addressOf(
  { peer = '', forwardedFor }: { peer: string | undefined; forwardedFor: string | undefined },
  { spaces }: Pick<ServerConfig, 'spaces'>,
): string {
  const isProxy = (spaces?.origins ?? []).length > 0 && ofThisMachine.test(peer)
  const forwarded = isProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  return forwarded || peer
}

export const askingAddress = (context: Context, config: Pick<ServerConfig, 'spaces'>): string =>
  addressOf({ peer: getConnInfo(context).remote.address, forwardedFor: context.req.header('x-forwarded-for') }, config)

/** Rejects while this address has to wait after too many wrong guesses. */
export function assertMayGuess(
  context: Context,
  limit: GuessLimit,
  { address, words }: { address: string; words: string },
): void {
  const wait = limit.waitFor(address)
  if (wait === 0) return
  context.header('retry-after', String(Math.ceil(wait / 1000)))
  throw new Problem(429, 'too-many-guesses', words)
}
