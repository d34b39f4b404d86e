import { expect, test } from 'vitest'
import { shippedRubric } from '../support/content-files.ts'
import type { Assessed } from './assessment.ts'
import type { Labelled } from './labelled-set.ts'
import { measure } from './measure.ts'
import { alwaysThree, byWordCount } from './trivial-scorers.ts'

const rubric = shippedRubric('concepts')
const criteria = rubric.criteria.map(({ id }) => id)
const all = (rating: 1 | 2 | 3 | 4) => Object.fromEntries(criteria.map((id) => [id, rating]))

function labelled(id: string, rating: 1 | 2 | 3 | 4, words: number): Labelled {
  const reading = { ratings: all(rating), recommendation: null }
  return {
    transcript: {
      id,
      track: 'concepts',
      level: 'mid',
      questions: [{ id, text: 'What is it?' }],
      turns: [{ speaker: 'candidate', text: 'word '.repeat(words), artifacts: [] }],
    },
    raters: { a: reading, b: reading },
  }
}

const set = [
  labelled('one', 1, 50),
  labelled('two', 2, 100),
  labelled('three', 3, 150),
  labelled('four', 4, 200),
  labelled('five', 4, 250),
]
const assessed = (ratings: (one: Labelled) => Record<string, number | null>): Assessed[] =>
  set.map((one) => ({ ...one, rubric, assessment: { ratings: ratings(one), quotes: { claimed: 4, verified: 3 } } }))

test('a scorer that says what the readers said agrees in full', () => {
  const {
    overall,
    tracks,
    criteria: own,
  } = measure(
    'same',
    assessed(({ raters }) => raters.a.ratings),
  )
  expect(overall).toMatchObject({
    transcripts: 5,
    ratings: 25,
    nulls: 0,
    exact: 1,
    withinOne: 1,
    meanDifference: 0,
    passAccuracy: 1,
  })
  expect(overall.kappa?.scorer).toBe(1)
  expect(overall.evidencePrecision).toBe(0.75)
  expect(Object.keys(tracks)).toEqual(['concepts'])
  expect(own['concepts/depth']).toBe(1)
})

test('a rating that is missing counts as the one farthest from the readers', () => {
  const { overall } = measure(
    'silent on depth',
    assessed(({ raters }) => ({ ...raters.a.ratings, depth: null })),
  )
  expect(overall.nulls).toBe(5)
  expect(overall.confusion).toEqual([
    [8, 0, 0, 2],
    [0, 8, 0, 2],
    [2, 0, 8, 0],
    [4, 0, 0, 16],
  ])
})

test('a scorer without a recommendation has not told pass from fail', () => {
  const { overall } = measure(
    'silent',
    assessed(() => Object.fromEntries(criteria.map((id) => [id, null]))),
  )
  expect(overall.passAccuracy).toBe(0)
})

test('a track of four transcripts gets counts and no kappa', () => {
  const { tracks } = measure('same', assessed(({ raters }) => raters.a.ratings).slice(1))
  expect(tracks.concepts?.transcripts).toBe(4)
  expect(tracks.concepts?.kappa).toBeNull()
})

test('the trivial scorers look at nothing, and at the number of words', () => {
  const rated = (assess: (one: Labelled) => { ratings: Readonly<Record<string, number | null>> }) =>
    set.map((one) => assess(one).ratings.depth)
  expect(rated(alwaysThree)).toEqual([3, 3, 3, 3, 3])
  const byWords = rated(byWordCount(set))
  expect(byWords[0]).toBeLessThan(byWords[4] ?? 0)
})
