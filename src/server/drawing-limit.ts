import type { Clock } from '#src/domain/clock.ts'
import { frameBudget } from './frame-budget.ts'
import { Problem } from './problem.ts'

/** A board is a frame that is too large for one: it comes about once a second while somebody draws. */
const allowance = { perSecond: 2, burst: 10 }
/** Interviews whose boards are counted; of more, those that were drawn in first are forgotten. */
const most = 1000

/** Refuses boards of an interview, or their pictures, that come faster than anybody draws. `what`: which of the two, for the refusal. */
export function drawingLimit(clock: Clock, what: 'The board' | 'The picture of the board'): { count(interviewId: string): void } {
  const budgets = new Map<string, ReturnType<typeof frameBudget>>()
  return {
    count: (interviewId) => {
      const budget = budgets.get(interviewId) ?? frameBudget(clock, allowance)
      budgets.set(interviewId, budget)
      const [first] = budgets.keys()
      if (budgets.size > most && first !== undefined) budgets.delete(first)
      if (!budget.take()) throw new Problem(429, 'rate-limited', `${what} was stored too often. Wait a moment, then go on.`)
    },
  }
}
