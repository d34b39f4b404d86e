import { expect, test } from 'vitest'
import type { Rating } from '#src/domain/rubric.ts'
import { combineQuestions } from '#src/scoring/combine-questions.ts'
import { debriefOf } from '#src/scoring/debrief.ts'
import { recommend } from '#src/scoring/recommendation.ts'
import { tooShort } from '#src/scoring/too-short.ts'
import { check, guide, rated, rubric, unscored } from './fixtures.ts'

const given = (ratings: (Rating | null)[]) => new Map(rubric.criteria.map(({ id }, at) => [id, ratings[at] ?? null]))

// Weights: framing 20 (must), core-design 25 (must), depth 25, reliability 15, judgement 15.
test.each([
  [[4, 4, 3, 3, 3], 'lean-hire', 3.45],
  [[4, 4, 3, 4, 3], 'strong-hire', 3.6],
  [[4, 4, 4, 4, 2], 'lean-hire', 3.7],
  [[3, 3, 3, 2, 2], 'lean-no-hire', 2.7],
  [[3, 3, 2, 3, 3], 'lean-hire', 2.75],
  [[1, 4, 4, 4, 4], 'lean-no-hire', 3.4],
  [[4, 4, 1, 4, 4], 'lean-hire', 3.25],
  [[2, 2, 2, 2, 1], 'strong-no-hire', 1.85],
  [[2, 2, 2, 1, 2], 'strong-no-hire', 1.85],
  [[1, 1, 1, 1, 1], 'strong-no-hire', 1],
] as const)('ratings %j recommend %s', (ratings, recommendation, mean) => {
  const found = recommend(given([...ratings]), rubric)
  expect(found).toEqual({ recommendation, mean: expect.closeTo(mean), note: null })
})

test('with a must-have or two others unscored there is no recommendation, and it says why', () => {
  expect(recommend(given([null, 4, 4, 4, 4]), rubric)).toMatchObject({
    recommendation: null,
    mean: null,
    note: expect.stringMatching(/must-have/),
  })
  expect(recommend(given([4, 4, 4, null, null]), rubric)).toMatchObject({
    recommendation: null,
    mean: null,
    note: expect.stringMatching(/ and /),
  })
})

test('with one other unscored the weights are scaled up, and it is said', () => {
  const found = recommend(given([3, 3, null, 3, 3]), rubric)
  expect(found).toEqual({ recommendation: 'lean-hire', mean: 3, note: expect.stringMatching(/scaled up/) })
})

test.each([
  [[2, 4], 2],
  [[4, 1, 3], 3],
  [[4, 3, 2, 1], 2],
] as const)('over questions rated %j a criterion is rated %i', (ratings, expected) => {
  expect(
    combineQuestions(
      'depth',
      ratings.map((one) => rated('depth', one)),
    ),
  ).toMatchObject({ kind: 'rated', rating: expected })
})

test('questions without a rating do not count, and without any the criterion is unscored', () => {
  expect(combineQuestions('depth', [unscored('depth'), rated('depth', 3)])).toEqual(rated('depth', 3))
  expect(combineQuestions('depth', [unscored('depth')])).toEqual(unscored('depth'))
  expect(combineQuestions('depth', [])).toMatchObject({ kind: 'unscored' })
})

test.each(['sql-result', 'case-results'] as const)(
  'three turns and 120 words of the candidate’s own are enough, a result (%s) does not count',
  (kind) => {
    const turn = (words: number, rows = '') => ({
      speaker: 'candidate' as const,
      text: 'word '.repeat(words),
      artifacts: [{ id: 'q', kind, text: rows }],
    })
    const of = (turns: ReturnType<typeof turn>[], track: 'sql' | 'concepts' = 'sql') =>
      tooShort({ id: 'x', track, level: 'mid', questions: [{ id: 'q', text: 'Why?' }], turns })
    expect(of([turn(40), turn(40), turn(40)])).toBeNull()
    expect(of([turn(40), turn(40), turn(39, 'row '.repeat(500))])).toMatch(/119 words/)
    expect(of([turn(60), turn(60)])).toMatch(/2 answers/)
    expect(of([turn(60)], 'concepts')).toBeNull()
    expect(of([turn(59)], 'concepts')).toMatch(/1 answer /)
  },
)

test('of code that goes with several answers, each line counts once', () => {
  const code = { id: 'code', kind: 'code' as const, text: 'word '.repeat(50) }
  const turn = { speaker: 'candidate' as const, text: 'one two three', artifacts: [code] }
  const of = (turns: (typeof turn)[]) =>
    tooShort({ id: 'x', track: 'coding', level: 'mid', questions: [{ id: 'q', text: 'Why?' }], turns })
  expect(of([turn, turn, turn])).toMatch(/59 words/)
})

test('a debrief has three fixes at most, shows no quote twice, and says nothing that the content or the candidate did not', () => {
  const scores = rubric.criteria.map((criterion) =>
    rated(
      criterion.id,
      2,
      criterion.checks.map(({ id }, at) => {
        const quote = `the very same words about ${criterion.id}`
        return check(id, at === 0 ? 'yes' : 'partly', { means: id, evidence: [{ turn: 2, start: 0, end: quote.length, quote }] })
      }),
    ),
  )
  const debrief = debriefOf({ scores, perQuestion: [{ scores, guide }], rubric, level: 'mid' })
  expect(debrief.fixes).toHaveLength(3)
  const quotes = [...debrief.carried, ...debrief.fixes].flatMap(({ evidence }) => (evidence === null ? [] : [evidence.quote]))
  expect(new Set(quotes).size).toBe(quotes.length)
  const known = new Set(scores.flatMap(({ checks }) => checks.map(({ means }) => means)))
  for (const { what } of [...debrief.carried, ...debrief.fixes]) expect(known).toContain(what)
  expect(debrief.meets).toBeNull()
  expect(debrief.nextLevel?.level).toBe('junior')
  expect(debrief.nextLevel?.lacks.length).toBeGreaterThan(0)
})

test('at lead there is no next level', () => {
  const scores = rubric.criteria.map(({ id }) => rated(id, 3))
  const debrief = debriefOf({ scores, perQuestion: [{ scores, guide }], rubric, level: 'lead' })
  expect(debrief).toMatchObject({ nextLevel: null, meets: 'lead', fixes: [] })
})

test('a fix for a check of a 4 quotes the anchor of a 4, and names it so', () => {
  const scores = rubric.criteria.map((criterion) =>
    rated(
      criterion.id,
      3,
      criterion.checks.map(({ id, rating }) => check(id, rating === 4 ? 'not-shown' : 'yes')),
    ),
  )
  const { fixes } = debriefOf({ scores, perQuestion: [{ scores, guide: null }], rubric, level: 'mid' })
  expect(fixes.length).toBeGreaterThan(0)
  for (const { criterion: id, why } of fixes) {
    const criterion = rubric.criteria.find((one) => one.id === id)
    expect(why).toBe(`${criterion?.title}, rated 4: ${criterion?.anchors[4]}`)
  }
})
