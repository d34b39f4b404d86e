import { randomUUID } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import type { Clock } from '#src/domain/clock.ts'
import type { Interview } from '#src/domain/interview.ts'
import type { Guest, KeptShare } from '#src/store/share-store.ts'
import type { Store } from '#src/store/store.ts'
import { Problem } from './problem.ts'
import { hashOf, newSecret } from './secrets.ts'
import { type LinkStanding, linkStanding } from './share-access.ts'

/** One cookie a link, so that a browser can hold several. */
export const guestCookieName = (shareId: string): string => `hotseat_shared_${shareId}`

/** A guest who was let in, with the interview that the link opens. */
export interface LetIn {
  guest: Guest
  interview: Interview
}

/** Who comes with a link, or with the cookie that it was exchanged for. All of it rejects with the problem of a link that opens nothing. */
export interface Guests {
  /** Exchanges a link's token. `cookie` is the value to set; null where the browser has one that still holds. */
  enter(token: string, cookies: string | undefined): Promise<{ kept: KeptShare; cookie: string | null }>
  /** Whom the cookie of a share stands for. */
  find(shareId: string, cookies: string | undefined): Promise<LetIn>
}

export function guestsOn({ store, clock }: { store: Store; clock: Clock }): Guests {
  /** Rejects unless the link is open as things stand now. */
  async function opened<Kept extends KeptShare>(kept: Kept | null): Promise<{ kept: Kept; interview: Interview }> {
    const interview = kept === null ? null : await store.findInterview(kept.interviewId, kept.ownerId)
    const standing = linkStanding(kept === null ? null : { share: kept.share, interview }, clock.now())
    if (standing !== 'open' || kept === null || interview === null) throw closed(standing)
    return { kept, interview }
  }
  async function guestOf(shareId: string, cookies: string | undefined): Promise<Guest | null> {
    const name = guestCookieName(shareId)
    const value = cookies === undefined ? undefined : parse(cookies, name)[name]
    const guest = value === undefined ? null : await store.findGuest(hashOf(value))
    return guest?.share.id === shareId ? guest : null
  }
  return {
    async enter(token, cookies) {
      const { kept } = await opened(await store.findShareByToken(hashOf(token)))
      if ((await guestOf(kept.share.id, cookies)) !== null) return { kept, cookie: null }
      const cookie = newSecret()
      await store.createGuest(kept.share.id, { id: randomUUID(), tokenHash: hashOf(cookie), at: clock.now() })
      return { kept, cookie }
    },
    async find(shareId, cookies) {
      const { kept, interview } = await opened(await guestOf(shareId, cookies))
      await store.markShareUsed(shareId, clock.now())
      return { guest: kept, interview }
    },
  }
}

export const unknownLink = 'unknown-link'

function closed(standing: LinkStanding): Problem {
  switch (standing) {
    case 'revoked':
      return new Problem(410, 'link-revoked', 'This link was withdrawn by the person who made it. Ask them for a new one.')
    case 'expired':
      return new Problem(410, 'link-expired', 'This link has expired. Ask the person who made it for a new one.')
    default:
      return new Problem(404, unknownLink, 'This link opens nothing. Check that all of it was copied, or ask for a new one.')
  }
}
