import { type CallUsage, noUsage } from './call-usage.ts'

/** A request that was sent for a call, once it has ended. */
interface EndedRequest {
  /** Null when the endpoint did not say. */
  usage: { promptTokens: number; completionTokens: number } | null
  /** Whether any text came back, which somebody may charge for. */
  answered: boolean
}

/** Counts what calls take. */
export interface UsageMeter {
  /** Called when a call is made; what it returns goes with the call. */
  begin(): { onRequest: (request: EndedRequest) => void }
  total(): CallUsage
}

export function usageMeter(): UsageMeter {
  let sum = noUsage
  let requests = 0
  return {
    begin: () => {
      sum = { ...sum, calls: sum.calls + 1 }
      return {
        onRequest: ({ usage, answered }) => {
          requests += 1
          sum = {
            ...sum,
            promptTokens: sum.promptTokens + (usage?.promptTokens ?? 0),
            completionTokens: sum.completionTokens + (usage?.completionTokens ?? 0),
            unreported: sum.unreported + (usage === null && answered ? 1 : 0),
          }
        },
      }
    },
    // A call may fail before anything is sent.
    total: () => ({ ...sum, retries: Math.max(0, requests - sum.calls) }),
  }
}
