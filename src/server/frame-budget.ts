import type { Clock } from '#src/domain/clock.ts'

const perSecond = 10
const burst = 40

/** A token bucket: 10 frames a second in the long run, 40 at once. */
export function frameBudget(clock: Clock): { take(): boolean } {
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
