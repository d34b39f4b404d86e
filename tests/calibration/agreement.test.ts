import { expect, test } from 'vitest'
import { type Pair, weightedKappa } from '#src/domain/agreement.ts'
import { bootstrapInterval, confusionOf, meanOf, spearman } from './agreement.ts'

const worked: Pair[] = [
  [1, 1],
  [1, 2],
  [2, 2],
  [3, 3],
  [4, 3],
  [4, 4],
]

test('kappa is 1 for equal readings, −1 for reversed ones, and what a hand computes in between', () => {
  const equal = [1, 2, 3, 4].map((rating): Pair => [rating, rating])
  const reversed = [1, 2, 3, 4].map((rating): Pair => [rating, 5 - rating])
  expect([equal, reversed, worked].map(weightedKappa)).toEqual([1, -1, 1 - 2 / 15])
})

test('kappa is 0 for a side that never varies, and no number without pairs', () => {
  expect(weightedKappa(worked.map(([left]): Pair => [left, 3]))).toBe(0)
  expect(weightedKappa([])).toBeNaN()
})

test('rank correlation gives ties their mean rank', () => {
  expect(
    spearman([
      [1, 10],
      [2, 20],
      [3, 30],
    ]),
  ).toBeCloseTo(1)
  // Ranks 1.5 1.5 3 against 1 2 3.
  expect(
    spearman([
      [1, 1],
      [1, 2],
      [2, 3],
    ]),
  ).toBeCloseTo(Math.sqrt(3) / 2)
})

test('confusion counts the first side by row', () => {
  expect(confusionOf(worked)).toEqual([
    [1, 1, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 1],
  ])
})

test('the bounds hold the mean of what was drawn from, and a seed gives the same ones again', () => {
  const clusters = [[1, 2], [3], [4, 5, 6]]
  const options = { rounds: 500, seed: 7 }
  const [low, high] = bootstrapInterval(clusters, meanOf, options)
  expect(low).toBeLessThan(3.5)
  expect(high).toBeGreaterThan(3.5)
  expect([low, high]).not.toEqual([low, low])
  expect(bootstrapInterval(clusters, meanOf, options)).toEqual([low, high])
})
