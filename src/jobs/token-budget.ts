import type { CallUsage } from '#src/domain/call-usage.ts'
import type { Clock } from '#src/domain/clock.ts'
import type { Log } from '#src/domain/log.ts'
import type { Store } from '#src/store/store.ts'

export interface TokenLimits {
  /** Null: no limit. */
  perInterview: number | null
  /** For each owner, from midnight to midnight UTC. Null: no limit. */
  perDay: number | null
}

/** What models may still be asked. Calls that run when a limit is reached are finished, so a sum can go beyond it by those. */
export interface TokenBudget {
  /** Why no more calls are made for this interview, as a sentence; null while they may be. Rejects with StoreError. */
  reached(interviewId: string): Promise<string | null>
  /** Counts what was taken. What cannot be stored is logged. */
  spend(interviewId: string, tokens: number): void
}

/** Nothing is counted, and nothing is ever used up. */
export const withoutLimits: TokenBudget = { reached: async () => null, spend: () => undefined }

export function tokenBudget(options: { store: Store; clock: Clock; log: Log; limits: TokenLimits }): TokenBudget {
  const { store, clock, log } = options
  const { perInterview, perDay } = options.limits
  if (perInterview === null && perDay === null) return withoutLimits
  const placeOf = async (interviewId: string) => {
    const ownerId = await store.findOwner(interviewId)
    return ownerId === null ? null : { ownerId, interviewId, day: new Date(clock.now()).toISOString().slice(0, 10) }
  }
  return {
    async reached(interviewId) {
      const place = await placeOf(interviewId)
      if (place === null) return null
      const used = await store.tokensUsed(place)
      if (perInterview !== null && used.interview >= perInterview)
        return `The ${words(perInterview)} model tokens that an interview may take here are used up.`
      if (perDay !== null && used.day >= perDay)
        return `The ${words(perDay)} model tokens that you may take in a day here are used up; there are new ones after midnight UTC.`
      return null
    },
    spend(interviewId, tokens) {
      const count = async () => {
        const place = await placeOf(interviewId)
        if (place !== null && tokens > 0) await store.addTokens(place, tokens)
      }
      count().catch((error: unknown) => log.error({ error, interview: interviewId, tokens }, 'Tokens could not be counted.'))
    },
  }
}

export const tokensOf = (usage: CallUsage | undefined): number => (usage?.promptTokens ?? 0) + (usage?.completionTokens ?? 0)

const words = (count: number): string => count.toLocaleString('en-US')
