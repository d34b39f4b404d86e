import { z } from 'zod'

const count = z.number().int().min(0)

/** What the calls to a model took, summed. */
export const callUsageSchema = z.object({
  calls: count,
  /** Requests beyond one a call: repetitions, simpler forms of output, repairs. */
  retries: count,
  promptTokens: count,
  completionTokens: count,
  /** Replies of which the endpoint did not say what they took; the tokens are those of the others. */
  unreported: count,
})
export type CallUsage = z.infer<typeof callUsageSchema>

export const noUsage: CallUsage = { calls: 0, retries: 0, promptTokens: 0, completionTokens: 0, unreported: 0 }

export const addUsage = (one: CallUsage, other: CallUsage): CallUsage => ({
  calls: one.calls + other.calls,
  retries: one.retries + other.retries,
  promptTokens: one.promptTokens + other.promptTokens,
  completionTokens: one.completionTokens + other.completionTokens,
  unreported: one.unreported + other.unreported,
})

/** What a million tokens cost, in whatever currency the person thinks in. */
export interface TokenPrices {
  in: number
  out: number
}

/** What these calls cost; null where no price is known or an endpoint did not say what a reply took. */
export function costOf({ promptTokens, completionTokens, unreported }: CallUsage, prices: TokenPrices | null): number | null {
  if (prices === null || unreported > 0) return null
  return (promptTokens * prices.in + completionTokens * prices.out) / 1_000_000
}
