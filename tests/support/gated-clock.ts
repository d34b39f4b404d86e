import { type ManualClock, manualClock } from './manual-clock.ts'

/** A manual clock on which a test can wait until somebody waits. */
export interface GatedClock extends ManualClock {
  /** The delays that are being waited for, in the order they were asked for. */
  pending(): number[]
  /** Resolves as soon as what is waited for fits. */
  until(fits: (pending: number[]) => boolean): Promise<void>
}

export function gatedClock(): GatedClock {
  const clock = manualClock()
  const timers = new Map<symbol, number>()
  let gates: { fits: (pending: number[]) => boolean; open: () => void }[] = []
  const pending = () => [...timers.values()]
  const changed = () => {
    const now = pending()
    for (const gate of gates.filter(({ fits }) => fits(now))) {
      gate.open()
      gates = gates.filter((other) => other !== gate)
    }
  }
  return {
    ...clock,
    after: (delayMs, callback) => {
      const timer = Symbol()
      const forget = () => {
        timers.delete(timer)
        changed()
      }
      const cancel = clock.after(delayMs, () => {
        forget()
        callback()
      })
      timers.set(timer, delayMs)
      changed()
      return () => {
        cancel()
        forget()
      }
    },
    pending,
    until: (fits) =>
      new Promise((open) => {
        if (fits(pending())) open()
        else gates.push({ fits, open })
      }),
  }
}
