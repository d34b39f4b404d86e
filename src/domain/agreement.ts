import { z } from 'zod'
import type { PeerRating } from './peer-review.ts'
import type { Rating } from './rubric.ts'

/** Two ratings of the same thing, each 1 to 4. */
export type Pair = readonly [number, number]

/** Fewer pairs than this make a kappa that says next to nothing: with 30 its 95 % interval is still some 0.5 wide. */
export const leastForKappa = 30

const scale = [1, 2, 3, 4] as const

export const kappaSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), value: z.number() }),
  z.object({ kind: z.literal('too-few') }),
  /** One side gave the same rating throughout, so that chance alone explains all agreement. */
  z.object({ kind: z.literal('no-spread') }),
])

/** How far two raters agree. `n` counts the pairs where both gave a number; `exact` and `withinOne` count among them. */
export const agreementSchema = z.object({
  n: z.number().int(),
  exact: z.number().int(),
  withinOne: z.number().int(),
  kappa: kappaSchema,
})
export type Agreement = z.infer<typeof agreementSchema>

export function agreementOf(pairs: readonly Pair[]): Agreement {
  const apart = pairs.map(([left, right]) => Math.abs(left - right))
  return {
    n: pairs.length,
    exact: apart.filter((distance) => distance === 0).length,
    withinOne: apart.filter((distance) => distance <= 1).length,
    kappa: kappaOf(pairs),
  }
}

function kappaOf(pairs: readonly Pair[]): Agreement['kappa'] {
  if (pairs.length < leastForKappa) return { kind: 'too-few' }
  const varies = (side: 0 | 1) => new Set(pairs.map((pair) => pair[side])).size > 1
  return varies(0) && varies(1) ? { kind: 'figure', value: weightedKappa(pairs) } : { kind: 'no-spread' }
}

/** The pairs where a reviewer and somebody else both gave a number. */
export const pairsOf = (
  ratings: Readonly<Record<string, PeerRating>>,
  others: Readonly<Record<string, Rating | null | undefined>>,
): Pair[] =>
  Object.entries(ratings).flatMap(([criterion, rating]): Pair[] => {
    const other = others[criterion]
    return rating === 'cannot-say' || other == null ? [] : [[rating, other]]
  })

/**
 * Quadratic weighted kappa (Cohen, Psychological Bulletin 70, 1968): 1 for equal readings, 0 for what the marginals give by chance.
 * NaN without pairs, and where neither side varies.
 */
export function weightedKappa(pairs: readonly Pair[]): number {
  const count = (side: 0 | 1, value: number) => pairs.filter((pair) => pair[side] === value).length
  const observed = pairs.reduce((sum, [left, right]) => sum + (left - right) ** 2, 0)
  let expected = 0
  for (const left of scale)
    for (const right of scale) expected += ((left - right) ** 2 * count(0, left) * count(1, right)) / pairs.length
  return 1 - observed / expected
}
