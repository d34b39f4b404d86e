type Later = ReturnType<typeof setTimeout>

/** Timers that know how many of them are still to come. `onIdle` is called whenever the last one is over. */
export function countedTimers(
  real: Pick<typeof globalThis, 'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval'>,
  onIdle: () => void,
) {
  const open = new Set<Later>()
  const over = (timer: Later | undefined) => {
    if (timer !== undefined && open.delete(timer) && open.size === 0) onIdle()
  }
  const later = (handler: unknown, wait?: number, ...given: unknown[]) => {
    const run = called(handler)
    const timer: Later = real.setTimeout(() => {
      try {
        run(...given)
      } finally {
        over(timer)
      }
    }, wait)
    open.add(timer)
    return timer
  }
  const again = (handler: unknown, wait?: number, ...given: unknown[]) => {
    const run = called(handler)
    const timer: Later = real.setInterval(() => run(...given), wait)
    open.add(timer)
    return timer
  }
  const clear = (timer: Later | undefined) => {
    real.clearTimeout(timer)
    over(timer)
  }
  return {
    isIdle: () => open.size === 0,
    globals: { setTimeout: later, setInterval: again, clearTimeout: clear, clearInterval: clear },
  }
}

function called(handler: unknown): (...given: unknown[]) => void {
  if (typeof handler !== 'function') throw new TypeError('A timer calls a function.')
  return handler as (...given: unknown[]) => void
}
