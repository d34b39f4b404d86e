/**
 * Work given in steps, each of some milliseconds. Whoever cannot wait takes them all at once; a server takes one at a time, so that somebody
 * else's turn is acknowledged in between.
 */
export type Steps<Result> = Generator<void, Result>

export function atOnce<Result>(steps: Steps<Result>): Result {
  let next = steps.next()
  while (next.done !== true) next = steps.next()
  return next.value
}

/** What waits for its next step, in the order in which it came: one finishes before another begins, or all would be late together. */
const waiting: { takeStep: () => boolean }[] = []

/** One step each time the event loop has looked after everything else. */
function takeOne(): void {
  if (waiting[0]?.takeStep()) waiting.shift()
  if (waiting.length > 0) setImmediate(takeOne)
}

/** Null when it was aborted before its end. Rejects with what a step throws. */
export const unhurried = <Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result | null> =>
  new Promise((resolve, reject) => {
    const takeStep = (): boolean => {
      try {
        if (signal.aborted) resolve(null)
        else {
          const next = steps.next()
          if (next.done !== true) return false
          resolve(next.value)
        }
      } catch (error) {
        reject(error)
      }
      return true
    }
    if (waiting.push({ takeStep }) === 1) setImmediate(takeOne)
  })
