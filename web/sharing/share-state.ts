import type { Share } from '#src/domain/share.ts'

/** How a link stands, for the list of links. */
export function shareState({ revokedAt, expiresAt }: Pick<Share, 'revokedAt' | 'expiresAt'>, now: number) {
  if (revokedAt !== null) return 'withdrawn'
  return now < expiresAt ? 'open' : 'expired'
}
