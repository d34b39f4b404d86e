/** What model/ needs of the injected clock. */
export interface ModelClock {
  /** Epoch milliseconds. */
  now(): number
  /** Calls back once, `delayMs` from now. The returned function cancels it. */
  after(delayMs: number, callback: () => void): () => void
}

/** Aborts its signal for the first of several reasons, and remembers which. */
export interface Watch<Reason extends string> {
  signal: AbortSignal
  /** Why the signal was aborted; null while it was not. */
  reason(): Reason | 'aborted' | null
  /** Aborts for this reason unless disarmed within so many milliseconds. Armed again, it starts anew. */
  arm(reason: Reason, milliseconds: number): void
  /** Arms unless it is armed already: what runs goes on. */
  keep(reason: Reason, milliseconds: number): void
  /** Arms, or puts off what is armed; made to be called for every token. */
  putOff(reason: Reason, milliseconds: number): void
  disarm(reason: Reason): void
  /** Disarms everything and lets go of the outer signal. */
  stop(): void
  abort(): void
}

/** Watches over one piece of work. `outer` aborts it too, with the reason `aborted`. */
export function watchOver<Reason extends string>(clock: ModelClock, outer: AbortSignal | undefined): Watch<Reason> {
  const controller = new AbortController()
  const armed = new Map<Reason, () => void>()
  let first: Reason | 'aborted' | null = null
  const abort = (reason: Reason | 'aborted') => {
    first ??= reason
    controller.abort()
  }
  const stopped = () => abort('aborted')
  const disarm = (reason: Reason) => {
    armed.get(reason)?.()
    armed.delete(reason)
  }
  const arm = (reason: Reason, milliseconds: number) => {
    disarm(reason)
    armed.set(
      reason,
      clock.after(milliseconds, () => abort(reason)),
    )
  }
  const due = new Map<Reason, number>()
  /** Rings when it was due at first; what was put off meanwhile is waited for anew. */
  const armUntilDue = (reason: Reason, milliseconds: number) => {
    disarm(reason)
    const ring = () => {
      const left = (due.get(reason) ?? 0) - clock.now()
      if (left <= 0) abort(reason)
      else armUntilDue(reason, Math.min(left, milliseconds))
    }
    armed.set(reason, clock.after(milliseconds, ring))
  }
  if (outer?.aborted === true) stopped()
  else outer?.addEventListener('abort', stopped, { once: true })
  return {
    signal: controller.signal,
    reason: () => first,
    arm,
    keep: (reason, milliseconds) => {
      if (!armed.has(reason)) arm(reason, milliseconds)
    },
    putOff: (reason, milliseconds) => {
      due.set(reason, clock.now() + milliseconds)
      if (!armed.has(reason)) armUntilDue(reason, milliseconds)
    },
    disarm,
    stop: () => {
      for (const reason of [...armed.keys()]) disarm(reason)
      outer?.removeEventListener('abort', stopped)
    },
    abort: stopped,
  }
}

/** Waits by the clock; returns early when the signal is aborted. */
export function pause(clock: ModelClock, { milliseconds, signal }: { milliseconds: number; signal: AbortSignal }): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const wake = () => {
      cancel()
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const cancel = clock.after(milliseconds, wake)
    signal.addEventListener('abort', wake, { once: true })
  })
}
