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

/** Steps that wait, whoever they belong to: one is taken each time the event loop has looked after everything else. */
const waiting: (() => void)[] = []

function takeOne(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(takeOne)
}

const turnOfLoop = (): Promise<void> =>
  new Promise((resolve) => {
    if (waiting.length === 0) setImmediate(takeOne)
    waiting.push(resolve)
  })

/** Null when it was aborted before its end. */
export async function unhurried<Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result | null> {
  for (;;) {
    await turnOfLoop()
    if (signal.aborted) return null
    const next = steps.next()
    if (next.done === true) return next.value
  }
}
