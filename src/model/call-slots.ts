/** Lets so many calls run at once; the others wait in the order in which they came. */
export interface CallSlots {
  /** Resolves with what gives the slot back; with null when the signal is aborted first. */
  take(signal: AbortSignal | undefined): Promise<(() => void) | null>
}

/** Enough for several interviews on one endpoint, and few enough for a local server not to slow all of them down. */
const usualCount = 4

export function callSlots(count = usualCount): CallSlots {
  let free = count
  const waiting = new Set<() => void>()

  const slot = () => {
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      const [next] = waiting
      if (next === undefined) free += 1
      else next()
    }
  }

  return {
    take: (signal) => {
      if (signal?.aborted === true) return Promise.resolve(null)
      if (free > 0) {
        free -= 1
        return Promise.resolve(slot())
      }
      return new Promise((resolve) => {
        const leave = () => {
          waiting.delete(enter)
          signal?.removeEventListener('abort', giveUp)
        }
        const enter = () => {
          leave()
          resolve(slot())
        }
        const giveUp = () => {
          leave()
          resolve(null)
        }
        waiting.add(enter)
        signal?.addEventListener('abort', giveUp, { once: true })
      })
    },
  }
}
