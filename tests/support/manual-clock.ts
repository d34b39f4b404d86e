import type { Clock } from '#src/domain/clock.ts'

/** A clock that stands still until it is moved; what falls due on the way is called in order. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
  /** Skips this long at once, as a machine that was suspended does: what fell due meanwhile is called late. */
  jump(milliseconds: number): void
}

export function manualClock(start = Date.UTC(2026, 0, 5, 9)): ManualClock {
  let now = start
  let timers: { at: number; callback: () => void }[] = []
  const callDue = (until: number, moveTo: (at: number) => void) => {
    for (;;) {
      const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      timers = timers.filter((other) => other !== next)
      moveTo(next.at)
      next.callback()
    }
  }
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
      callDue(until, (at) => {
        now = Math.max(now, at)
      })
      now = until
    },
    jump: (milliseconds) => {
      now += milliseconds
      callDue(now, () => undefined)
    },
  }
}
