import type { Thresholds } from '#src/domain/thresholds.ts'
import { meanOf } from './agreement.ts'
import { solve, spreadOf } from './ridge.ts'

/** One criterion of one transcript: what the words gave, and what the readers did. */
export interface Sample {
  question: string
  /** Shares met of the checks for ratings 2, 3 and 4; what the words are like; the level, juniors 0, each above it one less. */
  features: Readonly<Record<Weighed, number>>
  /** Mean of the readers' ratings. */
  rating: number
}

type Words = Thresholds['words']
type Weighed = keyof Words['weights']
const weighed = ['2', '3', '4', 'specificity', 'wording', 'weakest', 'level'] as const satisfies readonly `${Weighed}`[]

/** How much the squared weights cost: few samples would else buy chance. */
const penalty = 10

/** Weights by ridge regression on standardised features, none below zero; then the cuts that leave the least squared error. */
export function fitWords(samples: readonly Sample[]): Words {
  const weights = ridgeWeights(samples)
  const sums = samples.map((sample) => ({ sum: weighted(valuesOf(sample), weights), rating: sample.rating }))
  const [two, three, four] = bestCuts(sums)
  return {
    weights: {
      2: round(weights[0]),
      3: round(weights[1]),
      4: round(weights[2]),
      specificity: round(weights[3]),
      wording: round(weights[4]),
      weakest: round(weights[5]),
      level: round(weights[6]),
    },
    cuts: { 2: round(two), 3: round(three), 4: round(four) },
  }
}

const round = (value = 0): number => Math.round(value * 1000) / 1000
const weighted = (features: readonly number[], weights: readonly number[]): number =>
  features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
const valuesOf = ({ features }: Sample): number[] => weighed.map((name) => features[name])

function ridgeWeights(samples: readonly Sample[]): number[] {
  const values = samples.map(valuesOf)
  const centre = meanOf(samples.map(({ rating }) => rating))
  const all = [...weighed.keys()]
  const used = new Set(all)
  for (;;) {
    const columns = [...used].map((column) => values.map((row) => row[column] ?? 0))
    const spreads = columns.map((column) => spreadOf(column) || 1)
    const standard = columns.map((column, at) => {
      const mean = meanOf(column)
      return column.map((value) => (value - mean) / (spreads[at] ?? 1))
    })
    const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
    const left = standard.map((a, i) => standard.map((b, j) => product(a, b) + (i === j ? penalty : 0)))
    const off = samples.map(({ rating }) => rating - centre)
    const solved = solve(
      left,
      standard.map((column) => product(column, off)),
    ).map((weight, at) => weight / (spreads[at] ?? 1))
    const negative = [...used].filter((_, at) => (solved[at] ?? 0) < 0)
    if (negative.length === 0) return all.map((column) => solved[[...used].indexOf(column)] ?? 0)
    for (const column of negative) used.delete(column)
  }
}

/**
 * Rising triples of quantiles, averaged, each counted by how well it fits: the single best hangs on a few samples, and stands right at one of them.
 * What fits well leaves little squared error, and little lean of the whole to one side.
 */
function bestCuts(sums: readonly { sum: number; rating: number }[]): [number, number, number] {
  const sorted = sums.map(({ sum }) => sum).sort((a, b) => a - b)
  const steps = Array.from({ length: 39 }, (_, at) => sorted[Math.floor(((at + 1) / 40) * sorted.length)] ?? 0)
  const tried: { cuts: [number, number, number]; cost: number }[] = []
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
        tried.push({ cuts: [two, three, four], cost: squares / sums.length + Math.abs(lean / sums.length) / 2 })
      }
  const least = tried.reduce((best, { cost }) => Math.min(best, cost), Number.POSITIVE_INFINITY)
  const total: [number, number, number, number] = [0, 0, 0, 0]
  for (const { cuts, cost } of tried) {
    const weight = Math.exp((-(cost - least) * sums.length) / (2 * least))
    total[0] += weight * cuts[0]
    total[1] += weight * cuts[1]
    total[2] += weight * cuts[2]
    total[3] += weight
  }
  return [total[0] / total[3], total[1] / total[3], total[2] / total[3]]
}
