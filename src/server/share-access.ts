import type { Interview } from '#src/domain/interview.ts'
import type { Share } from '#src/domain/share.ts'

/*
 * Every decision on what somebody with a link gets to see. Who comes with a link passes `linkStanding` on each request and sees no more than
 * `openingOf` says; the owner's routes know nothing of links, and the guests' routes read nothing but what their share names.
 */

/** `unknown`: there never was such a link, or its interview is gone or not over; the three are not told apart. */
export type LinkStanding = 'open' | 'unknown' | 'revoked' | 'expired'

export function linkStanding(
  link: { share: Pick<Share, 'expiresAt' | 'revokedAt'>; interview: Pick<Interview, 'status'> | null } | null,
  now: number,
): LinkStanding {
  if (link === null || link.interview?.status !== 'ended') return 'unknown'
  if (link.share.revokedAt !== null) return 'revoked'
  return now < link.share.expiresAt ? 'open' : 'expired'
}

/** What an open link opens, beside the transcript. */
export interface Opening {
  /** The criteria with their anchors, which are public. */
  criteria: boolean
  /** A review may be submitted. */
  submits: boolean
  scores: 'hidden' | 'after-review' | 'shown'
}

export function openingOf({ kind, showsRatings }: Pick<Share, 'kind' | 'showsRatings'>, isSubmitted: boolean): Opening {
  switch (kind) {
    case 'read-only':
      return { criteria: showsRatings, submits: false, scores: showsRatings ? 'shown' : 'hidden' }
    case 'review':
      return {
        criteria: true,
        submits: !isSubmitted,
        scores: showsRatings ? (isSubmitted ? 'shown' : 'after-review') : 'hidden',
      }
    default:
      return kind satisfies never
  }
}
