import type { MiddlewareHandler } from 'hono'
import { maxBodyBytes } from '#src/protocol/rest.ts'
import { Problem } from './problem.ts'

/** Refuses a body that is too large before it is read. Its length must be said beforehand; the HTTP parser then lets no more through. */
export const limitBody: MiddlewareHandler = async (context, next) => {
  if (context.req.header('transfer-encoding') !== undefined)
    throw new Problem(
      411,
      'length-required',
      'The length of this body is not known. Send it in one piece, with a content-length.',
    )
  if (Number(context.req.header('content-length') ?? 0) > maxBodyBytes)
    throw new Problem(413, 'too-large', `A request may have ${maxBodyBytes} bytes. Send less.`)
  await next()
}
