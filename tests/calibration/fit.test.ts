import { expect, test } from 'vitest'
import { fitWords, type Sample } from './fit.ts'

const sample = (share: number, specificity: number, rating: number): Sample => ({
  question: 'any',
  features: [0.5, share, share, specificity],
  rating,
})
/** Ratings that rise with the shares, the more so the more specific the words are. */
const samples = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].flatMap((share) =>
  [-4, -2, 0, 2].map((specificity) =>
    sample(share, specificity, Math.max(1, Math.min(4, Math.round(1.5 + 3 * share + specificity / 4)))),
  ),
)

test('finds weights and cuts that give the ratings back', () => {
  const { weights, cuts } = fitWords(samples)
  const off = samples.map(({ features: [two, three, four, specificity], rating }) => {
    const sum = weights[2] * two + weights[3] * three + weights[4] * four + weights.specificity * specificity
    return Math.abs(1 + [cuts[2], cuts[3], cuts[4]].filter((cut) => sum >= cut).length - rating)
  })
  expect(off.filter((distance) => distance === 0).length).toBeGreaterThan(samples.length * 0.8)
  expect(Math.max(...off)).toBeLessThanOrEqual(1)
})

test('never lets a met check or a specific word lower a rating', () => {
  const contrary = samples.map((one) => ({ ...one, rating: 5 - one.rating }))
  expect(fitWords(contrary).weights).toEqual({ 2: 0, 3: 0, 4: 0, specificity: 0 })
})
