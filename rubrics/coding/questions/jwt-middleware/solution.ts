import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Settings {
  /** Shared with the login service; 32 bytes at the least. */
  secret: string
  audience: string
  /** Milliseconds; given, so that a test needs no waiting. */
  now: () => number
  /** By how many seconds our clock and that of the login service may differ. */
  leeway?: number
  log: (reason: string) => void
}
export interface Request {
  authorization?: string
}
export interface Response {
  status: number
  headers?: Record<string, string>
  body?: unknown
}
export interface User {
  id: string
  scopes: string[]
}
export type Handler = (request: Request, user: User) => Response

/**
 * Lets a request through to its handler when a valid token says who sends it and that they may. Both algorithm and key are ours: the token is only
 * checked for claiming the same. Nothing of it is parsed before its signature has been found right, since until then anybody may have written it. The
 * caller learns whether to bring another token (401) or that none of theirs will do (403); the exact reason goes to the log, the token nowhere.
 */
export function protect(settings: Settings, scope: string, handler: Handler): (request: Request) => Response {
  if (Buffer.byteLength(settings.secret) < 32) throw new RangeError('the secret must have 32 bytes at the least')
  return (request) => {
    if (request.authorization === undefined) {
      settings.log('no token')
      return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } }
    }
    const outcome = verify(request.authorization, settings)
    if ('refused' in outcome) {
      settings.log(outcome.refused)
      return { status: 401, headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } }
    }
    if (!outcome.user.scopes.includes(scope)) {
      settings.log('scope')
      return { status: 403, headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' } }
    }
    return handler(request, outcome.user)
  }
}

type Outcome = { user: User } | { refused: string }

function verify(authorization: string, { secret, audience, now, leeway = 30 }: Settings): Outcome {
  const parts = /^bearer +([\w-]+)\.([\w-]+)\.([\w-]+)$/i.exec(authorization)
  const [, head, payload, signature] = parts ?? []
  if (head === undefined || payload === undefined || signature === undefined) return { refused: 'malformed' }

  const expected = createHmac('sha256', secret).update(`${head}.${payload}`).digest()
  const given = Buffer.from(signature, 'base64url')
  // The comparison takes as long for a signature that is wrong at its first byte as at its last; lengths tell nothing, they are the same for all.
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { refused: 'signature' }

  const header = parseObject(head)
  const claims = parseObject(payload)
  if (header === undefined || claims === undefined) return { refused: 'malformed' }
  if (header.alg !== 'HS256' || header.crit !== undefined) return { refused: 'algorithm' }

  const { sub, exp, nbf, aud, scope } = claims
  const seconds = now() / 1000
  if (typeof exp !== 'number' || seconds >= exp + leeway) return { refused: 'expired' }
  if (nbf !== undefined && (typeof nbf !== 'number' || seconds < nbf - leeway)) return { refused: 'not yet valid' }
  if (aud !== audience && !(Array.isArray(aud) && aud.includes(audience))) return { refused: 'audience' }
  if (typeof sub !== 'string' || sub === '') return { refused: 'subject' }
  return { user: { id: sub, scopes: typeof scope === 'string' ? scope.split(' ') : [] } }
}

function parseObject(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** What the middleware answers to one request at a time, before a handler that says who called, and what it logs. */
export function respond(
  { secret, audience, at, scope }: { secret: string; audience: string; at: number; scope: string },
  request: Request,
) {
  const logged: string[] = []
  const settings: Settings = { secret, audience, now: () => at, log: (reason) => logged.push(reason) }
  const response = protect(settings, scope, (_request, user) => ({ status: 200, body: { user: user.id } }))(request)
  return { ...response, logged }
}
