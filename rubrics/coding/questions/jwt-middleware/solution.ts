import { createHmac, timingSafeEqual } from 'node:crypto'

export type Outcome = { status: 200; user: string; scopes: string[] } | { status: 401; reason: Reason }
type Reason =
  | 'no-token'
  | 'malformed'
  | 'wrong-algorithm'
  | 'wrong-signature'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-issuer'
  | 'wrong-audience'

export interface Expected {
  secret: string
  issuer: string
  audience: string
  /** Seconds since 1970, given so that a test needs no waiting. */
  now: number
  /** Seconds by which two clocks may differ. */
  leeway: number
}

/**
 * Checks a token signed by HMAC with SHA-256 (RFC 7519, RFC 7515). The algorithm is ours and not the token's: a header that names another one is refused
 * before anything else, or "none" would open every door. Nothing of the payload is believed before the signature is right, and signatures are compared
 * in a time that does not tell how many bytes agree. A token without an end is refused, for it could never be taken back. The reason is for the log;
 * the caller hears 401 and no more. Whether this user may do what is asked is decided later, and is a 403.
 */
export function authenticate(authorization: string | null, expected: Expected): Outcome {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) return refused(authorization === null ? 'no-token' : 'malformed')
  const [head = '', payload = '', signature = ''] = token.split('.')

  const header = decoded(head)
  if (header === null) return refused('malformed')
  if (header.alg !== 'HS256') return refused('wrong-algorithm')
  if (!isSigned(`${head}.${payload}`, signature, expected.secret)) return refused('wrong-signature')

  const claims = decoded(payload)
  if (claims === null || typeof claims.sub !== 'string') return refused('malformed')
  if (typeof claims.exp !== 'number' || claims.exp + expected.leeway <= expected.now) return refused('expired')
  if (typeof claims.nbf === 'number' && claims.nbf - expected.leeway > expected.now) return refused('not-yet-valid')
  if (claims.iss !== expected.issuer) return refused('wrong-issuer')
  if (![claims.aud].flat().includes(expected.audience)) return refused('wrong-audience')
  return { status: 200, user: claims.sub, scopes: typeof claims.scope === 'string' ? claims.scope.split(' ') : [] }
}

const refused = (reason: Reason): Outcome => ({ status: 401, reason })

function isSigned(signed: string, signature: string, secret: string): boolean {
  const right = createHmac('sha256', secret).update(signed).digest()
  const given = Buffer.from(signature, 'base64url')
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Null when it is no JSON object in base64url. */
function decoded(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** Signs a token as the login service does, so that the check can be tried on tokens of any sort. Without a header of its own it is a right one. */
export function signed(claims: unknown, secret: string, header: unknown = { alg: 'HS256', typ: 'JWT' }): string {
  const body = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

interface Attempt {
  claims: Record<string, unknown>
  header?: Record<string, unknown>
  signedWith?: string
  now?: number
  /** Replaces the payload after signing. */
  swappedFor?: Record<string, unknown>
}

/** What the check says of a token made from an attempt; for the cases. */
export function verdict({ claims, header, signedWith = 'secret', now = 1000, swappedFor }: Attempt): string {
  let token = signed(claims, signedWith, header)
  if (swappedFor !== undefined) {
    const [head, , signature] = token.split('.')
    token = [head, Buffer.from(JSON.stringify(swappedFor)).toString('base64url'), signature].join('.')
  }
  const outcome = authenticate(`Bearer ${token}`, { secret: 'secret', issuer: 'login', audience: 'api', now, leeway: 30 })
  return outcome.status === 200 ? [outcome.user, ...outcome.scopes].join(' ') : outcome.reason
}
