import type { Clock } from '#src/domain/clock.ts'

/** How much may come: `perSecond` in the long run, `burst` at once. */
interface Allowance {
  perSecond: number
  burst: number
}

/** What a socket may send in frames. */
const frames: Allowance = { perSecond: 10, burst: 40 }

/** A token bucket. */
export function frameBudget(clock: Clock, { perSecond, burst }: Allowance = frames): { take(): boolean } {
  let left = burst
  let filledAt = clock.now()
  return {
    take() {
      const now = clock.now()
      left = Math.min(burst, left + (Math.max(0, now - filledAt) / 1000) * perSecond)
      filledAt = now
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
