import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import type { Clock } from '#src/domain/clock.ts'
import type { Store } from '#src/store/store.ts'

/** The only owner there is, until an installation has several. */
const owner = 'local'
export const cookieName = 'hotseat_access'
export const accessSeconds = 30 * 24 * 60 * 60

export interface Access {
  /** A new cookie's value for the launch token; null when it is not that token. */
  grant(token: string): Promise<string | null>
  /** Whose request this is, by its cookie or its bearer token; null when it is nobody's. */
  ownerOf(headers: { cookie: string | undefined; authorization: string | undefined }): Promise<string | null>
}

/** The launch token opens the door once for each browser; after that its cookie does. Stored are hashes alone. */
export function accessBy({ launchToken, store, clock }: { launchToken: string; store: Store; clock: Clock }): Access {
  const isLaunchToken = (token: string) => timingSafeEqual(digest(token), digest(launchToken))
  return {
    async grant(token) {
      if (!isLaunchToken(token)) return null
      const value = randomBytes(32).toString('base64url')
      await store.createAccess(digest(value).toString('hex'), owner, clock.now() + accessSeconds * 1000)
      return value
    },
    async ownerOf({ cookie, authorization }) {
      const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
      if (bearer !== undefined) return isLaunchToken(bearer) ? owner : null
      const value = cookie === undefined ? undefined : parse(cookie, cookieName)[cookieName]
      return value === undefined ? null : await store.findAccess(digest(value).toString('hex'), clock.now())
    },
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
