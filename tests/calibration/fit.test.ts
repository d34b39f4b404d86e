import { expect, test } from 'vitest'
import type { Question, SampleAnswer } from '#src/domain/guide.ts'
import { fitWords, type Sample } from './fit.ts'
import { fitWording } from './fit-wording.ts'

const sample = (share: number, specificity: number, rating: number): Sample => ({
  question: 'any',
  features: { 2: 0.5, 3: share, 4: share, specificity, wording: 1, weakest: 1, level: 0 },
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
  const off = samples.map(({ features, rating }) => {
    const sum =
      weights[2] * features[2] +
      weights[3] * features[3] +
      weights[4] * features[4] +
      weights.specificity * features.specificity +
      weights.wording * features.wording +
      weights.weakest * features.weakest
    return Math.abs(1 + [cuts[2], cuts[3], cuts[4]].filter((cut) => sum >= cut).length - rating)
  })
  expect(off.filter((distance) => distance === 0).length).toBeGreaterThan(samples.length * 0.7)
  expect(Math.max(...off)).toBeLessThanOrEqual(1)
})

test('never lets a met check or a specific word lower a rating', () => {
  const contrary = samples.map((one) => ({ ...one, rating: 5 - one.rating }))
  expect(Object.values(fitWords(contrary).weights).every((weight) => weight === 0)).toBe(true)
})

test('learns the words of good and weak sample answers, and none that only one track knows', () => {
  const question = (at: number): Question => {
    const answer = (quality: SampleAnswer['quality'], text: string) => ({ quality, parts: [{ phase: 'work', text }] })
    return {
      id: `question-${at}`,
      track: at % 2 === 0 ? 'sql' : 'concepts',
      title: 'Any',
      levels: ['mid'],
      topics: ['any'],
      difficulty: 2,
      covers: [],
      opening: 'What would you say about this one?',
      guide: { version: 1, facts: [], steps: [], keyPoints: [], hints: [], changedRequirements: [], misconceptions: [] },
      answers: [
        answer('weak', `It is important to use ${at % 2 === 0 ? 'indexes' : 'threads'} as a standard.`),
        answer('senior', `That costs 12 seconds, so it stopped at ${at} rows.`),
      ],
    }
  }
  const { words } = fitWording(Array.from({ length: 24 }, (_, at) => question(at)))
  expect(words.import).toBeLessThan(0)
  expect(words.cost).toBeGreaterThan(0)
  expect(words['#']).toBeGreaterThan(0)
  expect(words).not.toHaveProperty('thread')
  expect(words).not.toHaveProperty('that')
})
