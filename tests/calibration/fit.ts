import type { Thresholds } from '#src/domain/thresholds.ts'

/** One criterion of one transcript: what the words gave, and what the readers did. */
export interface Sample {
  question: string
  /** Shares met of the checks for ratings 2, 3 and 4, then the specificity of the words. */
  features: readonly [number, number, number, number]
  /** Mean of the readers' ratings. */
  rating: number
}

type Words = Thresholds['words']

/** How much the squared weights cost: few samples would else buy chance. */
const penalty = 10

/** Weights by ridge regression on standardised features, none below zero; then the cuts that leave the least squared error. */
export function fitWords(samples: readonly Sample[]): Words {
  const weights = ridgeWeights(samples)
  const sums = samples.map((sample) => ({ sum: weighted(sample.features, weights), rating: sample.rating }))
  const [two, three, four] = bestCuts(sums)
  return {
    weights: { 2: round(weights[0]), 3: round(weights[1]), 4: round(weights[2]), specificity: round(weights[3]) },
    cuts: { 2: round(two), 3: round(three), 4: round(four) },
  }
}

const round = (value = 0): number => Math.round(value * 1000) / 1000
const weighted = (features: readonly number[], weights: readonly number[]): number =>
  features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function ridgeWeights(samples: readonly Sample[]): number[] {
  const used = new Set([0, 1, 2, 3])
  for (;;) {
    const columns = [...used]
    const means = columns.map((column) => mean(samples.map(({ features }) => features[column] ?? 0)))
    const spreads = columns.map((column, at) =>
      Math.sqrt(mean(samples.map(({ features }) => ((features[column] ?? 0) - (means[at] ?? 0)) ** 2))),
    )
    const rows = samples.map(({ features }) =>
      columns.map((column, at) => ((features[column] ?? 0) - (means[at] ?? 0)) / (spreads[at] || 1)),
    )
    const centre = mean(samples.map(({ rating }) => rating))
    const left = columns.map((_, i) =>
      columns.map((_, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), i === j ? penalty : 0)),
    )
    const right = columns.map((_, i) =>
      rows.reduce((sum, row, at) => sum + (row[i] ?? 0) * ((samples[at]?.rating ?? 0) - centre), 0),
    )
    const solved = solve(left, right).map((weight, at) => weight / (spreads[at] || 1))
    const negative = columns.filter((_, at) => (solved[at] ?? 0) < 0)
    if (negative.length === 0) return [0, 1, 2, 3].map((column) => solved[columns.indexOf(column)] ?? 0)
    for (const column of negative) used.delete(column)
  }
}

/** Gaussian elimination with partial pivoting; the matrix of a ridge is never singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best))
    const at = rows.indexOf(pivot)
    rows[at] = rows[column] ?? pivot
    rows[column] = pivot
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
      for (let next = column; next <= size; next++) row[next] = (row[next] ?? 0) - factor * (pivot[next] ?? 0)
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1))
}

/** Of all rising triples of quantiles, the one with the least squared error; a lean of the whole to one side costs too. */
function bestCuts(sums: readonly { sum: number; rating: number }[]): [number, number, number] {
  const sorted = sums.map(({ sum }) => sum).sort((a, b) => a - b)
  const steps = Array.from({ length: 39 }, (_, at) => sorted[Math.floor(((at + 1) / 40) * sorted.length)] ?? 0)
  let best: { cuts: [number, number, number]; cost: number } = { cuts: [0, 0, 0], cost: Number.POSITIVE_INFINITY }
  for (const [i, two] of steps.entries())
    for (const [j, three] of steps.entries())
      for (const four of j > i ? steps.slice(j + 1) : []) {
        let squares = 0
        let lean = 0
        for (const { sum, rating } of sums) {
          const off = 1 + Number(sum >= two) + Number(sum >= three) + Number(sum >= four) - rating
          squares += off ** 2
          lean += off
        }
        const cost = squares / sums.length + Math.abs(lean / sums.length) / 2
        if (cost < best.cost) best = { cuts: [two, three, four], cost }
      }
  return best.cuts
}
