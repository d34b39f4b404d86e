import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Criterion, StandingCheck } from '#src/domain/rubric.ts'
import type { Verdict } from '#src/domain/score.ts'
import { capByHints } from '#src/scoring/hint-caps.ts'
import type { NumberedTurn } from '#src/scoring/question-turns.ts'
import { poolsOf, type RatingTask, rateAt, rateAtEachLevel, shareMet } from '#src/scoring/rating.ts'
import { check, guide, rubric } from './fixtures.ts'

const standing = (id: string, rating: 2 | 3 | 4): StandingCheck => ({ id, rating, check: 'Says something of substance.' })
const criterion: Criterion = {
  ...(rubric.criteria.find(({ id }) => id === 'depth') as Criterion),
  checks: [standing('a', 2), standing('b', 2), standing('c', 3), standing('d', 3), standing('e', 4), standing('f', 4)],
}
const thresholds = {
  shares: { 2: 0.5, 3: 0.6, 4: 0.55 },
  words: {
    weights: { 2: 0, 3: 1, 4: 1, specificity: 0.2, wording: 1, weakest: 0.5, level: 0.2 },
    cuts: { 2: 0.25, 3: 0.75, 4: 1.5 },
  },
  wording: { constant: 1, most: 1.5, usual: { mean: 0, weakest: 0 }, words: {} },
}
const task: RatingTask = { criterion, guide: null, thresholds, words: null, atMost: 4 }
const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const checksOf = (verdicts: readonly Verdict[]) => ids.map((id, at) => check(id, verdicts[at] ?? 'not-shown'))
const short: Record<string, Verdict> = { y: 'yes', p: 'partly', n: 'no', '-': 'not-shown' }

test.each([
  ['------', 1],
  ['nn-n-n', 1],
  ['p-----', 1],
  ['y-----', 2],
  ['pp----', 2],
  ['yyy---', 2],
  ['yyyp--', 3],
  ['--yy--', 3],
  ['yyyyy-', 3],
  ['yyyyyp', 4],
  ['yyy-yy', 2],
])('checks %s give %i', (verdicts, expected) => {
  expect(rateAt('mid', checksOf([...verdicts].map((one) => short[one] ?? 'no')), task)).toBe(expected)
})

test('a rating never falls when a check is met better, and never passes its cap', () => {
  const order: Verdict[] = ['not-shown', 'no', 'partly', 'yes']
  const verdicts = fc.array(fc.constantFrom(...order), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(verdicts, fc.nat(5), fc.constantFrom(1, 2, 3, 4), (given, at, atMost) => {
      const better = given.with(at, order[Math.min(3, order.indexOf(given[at] ?? 'no') + 1)] ?? 'yes')
      const capped = { ...task, atMost: atMost as RatingTask['atMost'] }
      const rating = rateAt('mid', checksOf(given), capped)
      expect(rateAt('mid', checksOf(better), capped)).toBeGreaterThanOrEqual(rating)
      expect(rating).toBeLessThanOrEqual(atMost)
    }),
  )
})

test('of a scorer that goes by words, no better check or wording lowers a rating, and no higher level lifts it', () => {
  const verdicts = fc.array(fc.constantFrom<Verdict>('not-shown', 'partly', 'yes'), { minLength: 6, maxLength: 6 })
  const told = fc.record({ specificity: fc.integer({ min: -6, max: 0 }), wording: fc.double({ min: -1, max: 1.5, noNaN: true }) })
  fc.assert(
    fc.property(verdicts, told, fc.constantFrom(0, 0.1, 1), (given, { specificity, wording }, better) => {
      const rated = (by: number) =>
        rateAtEachLevel(checksOf(given), { ...task, words: { specificity, wording: wording + by, weakest: wording + by } })
      const { junior, mid, senior, lead } = rated(0)
      expect([junior, mid, senior, lead]).toEqual([junior, mid, senior, lead].sort((a, b) => b - a))
      expect(rated(better).mid).toBeGreaterThanOrEqual(mid)
      const more = checksOf(given.map((verdict) => (verdict === 'partly' ? 'yes' : verdict)))
      expect(rateAt('mid', more, { ...task, words: { specificity, wording, weakest: wording } })).toBeGreaterThanOrEqual(mid)
    }),
  )
})

test('met checks without a quote earn nothing above 1', () => {
  expect(
    rateAt(
      'mid',
      ids.map((id) => check(id, 'yes', { evidence: [] })),
      task,
    ),
  ).toBe(1)
})

test('partly counts half, and nothing is no share', () => {
  expect(shareMet([check('a', 'yes'), check('b', 'partly'), check('c', 'no'), check('d', 'not-shown')])).toBe(0.375)
  expect(shareMet([])).toBeNull()
})

test('a point above the level, and a bonus, can only lift a 3 to a 4', () => {
  const [point] = guide.keyPoints.filter((one) => one.criterion === 'depth')
  if (point === undefined) throw new Error('no point')
  const of = (over: Partial<typeof point>) => ({ criterion, guide: { ...guide, keyPoints: [{ ...point, ...over }] } })
  const met = check(point.id, 'yes', { source: 'key-point' })
  expect(poolsOf(met, 'mid', of({ level: 'senior', weight: 'must' }))).toEqual([4])
  expect(poolsOf(met, 'senior', of({ level: 'senior', weight: 'must' }))).toEqual([2, 3])
  expect(poolsOf(met, 'senior', of({ level: 'senior', weight: 'should' }))).toEqual([3])
  expect(poolsOf(met, 'lead', of({ level: 'junior', weight: 'bonus' }))).toEqual([4])
  const above = of({ level: 'senior', weight: 'must' })
  expect(rateAtEachLevel([met], { ...task, criterion: { ...criterion, checks: [] }, guide: above.guide })).toEqual({
    junior: 1,
    mid: 1,
    senior: 3,
    lead: 3,
  })
})

test.each([
  [0, 'yes', null],
  [1, 'yes', null],
  [2, 'partly', 'a hint (rung 2) pointed at it first'],
  [3, 'partly', 'a hint (rung 3) pointed at it first'],
  [4, 'partly', 'a hint (rung 4) pointed at it first'],
  [5, 'not-shown', 'a hint gave it away'],
])('what was first met after rung %i counts as %s', (rung, verdict, cappedBy) => {
  const hint = (aims: string[], turn: number): NumberedTurn => ({
    speaker: 'interviewer',
    text: 'A hint.',
    artifacts: [],
    turn,
    move: { kind: 'hint', rung, aims },
  })
  const judge = (turns: NumberedTurn[]) => capByHints([check('a', 'yes')], turns).map((one) => [one.verdict, one.cappedBy])
  expect(judge([hint(['a'], 1)])).toEqual([[verdict, cappedBy]])
  expect(judge([hint(['b'], 1)])).toEqual([['yes', null]])
  expect(judge([hint(['a'], 3)])).toEqual([['yes', null]])
})
