/** Who waits for a call, the most urgent first: a person, what a person will have use of in a moment, or work that nobody watches. */
const urgencies = ['live', 'soon', 'background'] as const
export type Urgency = (typeof urgencies)[number]

/** Lets so many calls run at once. The others wait: the more urgent first, and each kind in the order in which it came. */
export interface CallSlots {
  /** Resolves with what gives the slot back; with null when the signal is aborted first. */
  take(signal: AbortSignal | undefined, urgency?: Urgency): Promise<(() => void) | null>
  /** How many run and how many wait, for who watches. */
  levels(): { running: number; waiting: number }
}

/** Enough for several interviews on one endpoint, and few enough for a local server not to slow all of them down. */
const usualCount = 4

export function callSlots(count = usualCount): CallSlots {
  let free = count
  // One slot is kept for live calls where there are several: another call may hold its own for minutes.
  const kept = count > 1 ? 1 : 0
  const keptFree: Record<Urgency, number> = { live: 0, soon: kept, background: kept }
  const waiting: Record<Urgency, Set<() => void>> = { live: new Set(), soon: new Set(), background: new Set() }

  const letIn = () => {
    for (const urgency of urgencies)
      for (const enter of waiting[urgency]) {
        if (free <= keptFree[urgency]) break
        enter()
      }
  }

  const slot = () => {
    free -= 1
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      free += 1
      letIn()
    }
  }

  return {
    levels: () => ({
      running: count - free,
      waiting: urgencies.reduce((sum, urgency) => sum + waiting[urgency].size, 0),
    }),
    take: (signal, urgency = 'live') => {
      if (signal?.aborted === true) return Promise.resolve(null)
      if (free > keptFree[urgency]) return Promise.resolve(slot())
      return new Promise((resolve) => {
        const leave = () => {
          waiting[urgency].delete(enter)
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
        waiting[urgency].add(enter)
        signal?.addEventListener('abort', giveUp, { once: true })
      })
    },
  }
}
