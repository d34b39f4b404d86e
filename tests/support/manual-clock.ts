import type { Clock } from '#src/domain/clock.ts'

/** A clock that stands still until it is moved; what falls due on the way is called in order. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
}

export function manualClock(start = Date.UTC(2026, 0, 5, 9)): ManualClock {
  let now = start
  let timers: { at: number; callback: () => void }[] = []
  return {
    now: () => now,
    after: (delayMs, callback) => {
      const timer = { at: now + delayMs, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance: (milliseconds) => {
      const until = now + milliseconds
      for (;;) {
        const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.callback()
      }
      now = until
    },
  }
}
