import { z } from 'zod'
import type { Criterion } from '#src/domain/rubric.ts'
import { type CheckResult, verdictSchema } from '#src/domain/score.ts'
import { quotesPerCheck } from './reduce-checks.ts'
import type { ScoringTask } from './scorer.ts'

/** A check as a model is asked for it. */
export interface AskedCheck {
  id: string
  means: string
  source: CheckResult['source']
}

/** The checks under one criterion: those of the question, then those of any question. */
export function checksOf({ question }: Pick<ScoringTask, 'question'>, criterion: Criterion): AskedCheck[] {
  const points = question?.guide.keyPoints.filter((point) => point.criterion === criterion.id) ?? []
  return [
    ...points.map(({ id, point }): AskedCheck => ({ id, means: point, source: 'key-point' })),
    ...criterion.checks.map(({ id, check }): AskedCheck => ({ id, means: check, source: 'standing' })),
  ]
}

const checkVerdictSchema = z.object({
  quotes: z.array(z.object({ turn: z.number().int(), quote: z.string() })),
  verdict: verdictSchema,
})

/** Every check by its id: one that is missing makes the reply invalid, one that nobody asked about is dropped. */
export const verdictsOf = (checks: readonly AskedCheck[]) =>
  z.object({
    // Written for the model's own sake, to read before it judges; nothing is made of them.
    claims: z.array(z.object({ turn: z.number().int(), says: z.string() })).catch([]),
    checks: z.object(Object.fromEntries(checks.map(({ id }): [string, typeof checkVerdictSchema] => [id, checkVerdictSchema]))),
  })

export const notShown = (check: AskedCheck): CheckResult => ({
  check: check.id,
  source: check.source,
  means: check.means,
  verdict: 'not-shown',
  evidence: [],
  cappedBy: null,
})

/** A check as a model decided it. */
export function decided(check: AskedCheck, found: z.infer<typeof checkVerdictSchema> | undefined): CheckResult {
  if (found === undefined) return notShown(check)
  const quotes = found.quotes.filter(({ turn, quote }) => turn >= 1 && quote !== '').slice(0, quotesPerCheck)
  return {
    ...notShown(check),
    verdict: found.verdict,
    // Offsets are for code to find: these are claims until they are verified.
    evidence: found.verdict === 'not-shown' ? [] : quotes.map(({ turn, quote }) => ({ turn, start: 0, end: 0, quote })),
  }
}
