import type { Clock } from '#src/domain/clock.ts'

const burst = 20
const msPerGuess = 6000
/** Addresses remembered; beyond it the longest unheard of is forgotten. */
const mostAddresses = 10_000

/** How often an address may come with a link that is none: twenty times in a row, then once in six seconds. */
export interface GuessLimit {
  /** Milliseconds until it may try again; 0 when it may now. */
  waitFor(address: string): number
  /** It came with a wrong one. */
  count(address: string): void
}

export function guessLimit(clock: Clock): GuessLimit {
  /** When each address will have its whole burst again. */
  const fullAgainAt = new Map<string, number>()
  const debtOf = (address: string) => Math.max(0, (fullAgainAt.get(address) ?? 0) - clock.now())
  return {
    waitFor: (address) => Math.max(0, debtOf(address) - (burst - 1) * msPerGuess),
    count: (address) => {
      const debt = debtOf(address) + msPerGuess
      // Deleted first, so that the map stays in the order of who was heard of last.
      fullAgainAt.delete(address)
      fullAgainAt.set(address, clock.now() + debt)
      const [oldest] = fullAgainAt.keys()
      if (fullAgainAt.size > mostAddresses && oldest !== undefined) fullAgainAt.delete(oldest)
    },
  }
}
