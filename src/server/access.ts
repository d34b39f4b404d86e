import { parse } from 'hono/utils/cookie'
import type { Clock } from '#src/domain/clock.ts'
import { localOwner } from '#src/domain/space.ts'
import type { Store } from '#src/store/store.ts'
import type { GuessLimit } from './guess-limit.ts'
import { hashOf, isSameSecret, newSecret } from './secrets.ts'

export const cookieName = 'hotseat_access'
export const accessSeconds = 30 * 24 * 60 * 60
const dayMs = 24 * 60 * 60 * 1000

/** Who comes with a request. */
export interface Holder {
  owner: string
  /** Of the cookie it came by; null for a script with the launch token. */
  cookieHash: string | null
}

interface Credentials {
  cookie: string | undefined
  authorization: string | undefined
  /** Where they come from, where guesses are limited. */
  address?: string
}

export interface Access {
  /** A new cookie's value for the launch token; null when it is not that token. */
  grant(token: string): Promise<string | null>
  /** A new cookie's value for an owner who has shown that they are. */
  admit(owner: string): Promise<string>
  /** Who this is, by a cookie or a bearer token; null when it is nobody. */
  holderOf(credentials: Credentials): Promise<Holder | null>
  /** Whose request this is. */
  ownerOf(credentials: Credentials): Promise<string | null>
  /** The value of a cookie that was made to last thirty days from now; null when it was renewed within the last day. Not for the launch token's. */
  renew(holder: Holder, credentials: Credentials): Promise<string | null>
  /** Ends a cookie. */
  end(cookieHash: string): Promise<void>
}

export interface AccessOptions {
  launchToken: string
  store: Store
  clock: Clock
  /** Of wrong bearer tokens; unsaid or null: they may be tried without end. */
  guesses?: GuessLimit | null
}

/** The launch token opens the door once for each browser; after that its cookie does. Stored are hashes alone. */
export function accessBy({ launchToken, store, clock, guesses = null }: AccessOptions): Access {
  function isBearer(token: string, address: string): boolean {
    if (guesses !== null && guesses.waitFor(address) > 0) return false
    if (isSameSecret(token, launchToken)) return true
    guesses?.count(address)
    return false
  }
  const expiry = () => clock.now() + accessSeconds * 1000
  async function admit(owner: string): Promise<string> {
    const value = newSecret()
    await store.createAccess(hashOf(value), owner, expiry())
    return value
  }
  async function holderOf({ cookie, authorization, address = '' }: Credentials): Promise<Holder | null> {
    const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
    if (bearer !== undefined) return isBearer(bearer, address) ? { owner: localOwner, cookieHash: null } : null
    const value = valueIn(cookie)
    if (value === undefined) return null
    const cookieHash = hashOf(value)
    const owner = await store.findAccess(cookieHash, clock.now())
    return owner === null ? null : { owner, cookieHash }
  }
  return {
    grant: async (token) => (isSameSecret(token, launchToken) ? await admit(localOwner) : null),
    admit,
    holderOf,
    ownerOf: async (credentials) => (await holderOf(credentials))?.owner ?? null,
    // A space has no other way back in than its cookie, so it lasts from the last visit on.
    async renew({ owner, cookieHash }, { cookie }) {
      if (owner === localOwner || cookieHash === null) return null
      const times = { now: clock.now(), before: expiry() - dayMs, expiresAt: expiry() }
      return (await store.renewAccess(cookieHash, times)) ? (valueIn(cookie) ?? null) : null
    },
    end: (cookieHash) => store.deleteAccess(cookieHash),
  }
}

const valueIn = (cookie: string | undefined): string | undefined =>
  cookie === undefined ? undefined : parse(cookie, cookieName)[cookieName]
