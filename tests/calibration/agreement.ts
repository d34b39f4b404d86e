import type { Pair } from '#src/domain/agreement.ts'

const scale = [1, 2, 3, 4] as const

/** Rows are the first side's ratings 1 to 4, columns the second's. */
export const confusionOf = (pairs: readonly Pair[]): number[][] =>
  scale.map((left) => scale.map((right) => pairs.filter((pair) => pair[0] === left && pair[1] === right).length))

export const shareOf = (pairs: readonly Pair[], holds: (pair: Pair) => boolean): number =>
  pairs.filter(holds).length / pairs.length

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Rank correlation (Spearman), ties given their mean rank. NaN where one side does not vary. */
export function spearman(pairs: readonly Pair[]): number {
  const left = ranksOf(pairs.map(([value]) => value))
  const right = ranksOf(pairs.map(([, value]) => value))
  const [meanLeft, meanRight] = [meanOf(left), meanOf(right)]
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + (value - meanLeft) * ((b[at] ?? 0) - meanRight), 0)
  const squares = (values: readonly number[], mean: number) => values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return product(left, right) / Math.sqrt(squares(left, meanLeft) * squares(right, meanRight))
}

function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return below + (equal + 1) / 2
  })
}

/** Bounds of the middle 95 % of a statistic over samples of whole clusters, drawn with replacement. The same seed gives the same bounds. */
export function bootstrapInterval<T>(
  clusters: readonly (readonly T[])[],
  statistic: (sample: readonly T[]) => number,
  { rounds, seed }: { rounds: number; seed: number },
): readonly [number, number] {
  const random = generator(seed)
  const drawn = Array.from({ length: rounds }, () =>
    statistic(clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? [])),
  )
  const sorted = drawn.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return [at(0.025), at(0.975)]
}

/** A linear congruential generator (Numerical Recipes): enough to draw samples, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
