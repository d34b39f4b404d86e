import { expect, test } from 'vitest'
import { agreementOf, leastForKappa, type Pair, pairsOf, weightedKappa } from '#src/domain/agreement.ts'

const repeated = (pairs: readonly Pair[], times: number) => Array.from({ length: times }, () => pairs).flat()

test('agreement counts equal ratings and those at most one apart, and says how many there were', () => {
  const pairs: Pair[] = [
    [3, 3],
    [2, 3],
    [4, 2],
    [1, 4],
    [2, 2],
  ]
  expect(agreementOf(pairs)).toEqual({ n: 5, exact: 2, withinOne: 3, kappa: { kind: 'too-few' } })
  expect(agreementOf([])).toEqual({ n: 0, exact: 0, withinOne: 0, kappa: { kind: 'too-few' } })
})

test('a kappa needs thirty pairs, and two sides that vary', () => {
  const varied: Pair[] = [
    [1, 1],
    [2, 3],
    [4, 4],
  ]
  const enough = repeated(varied, leastForKappa / varied.length)
  expect(agreementOf(enough.slice(1)).kappa).toEqual({ kind: 'too-few' })
  expect(agreementOf(enough).kappa).toEqual({ kind: 'figure', value: weightedKappa(enough) })
  expect(agreementOf(repeated([[3, 2] as const, [3, 4] as const], leastForKappa)).kappa).toEqual({ kind: 'no-spread' })
})

test('only what both sides put a number on is a pair', () => {
  const ratings = { framing: 3, depth: 'cannot-say', operations: 2, honesty: 1 } as const
  expect(pairsOf(ratings, { framing: 4, depth: 4, operations: null })).toEqual([[3, 4]])
})
