import { expect, test } from 'vitest'
import type { CheckResult, Verdict } from '#src/domain/score.ts'
import { limitReuse } from '#src/scoring/limit-reuse.ts'
import { bestOfParts, majorityOfRuns } from '#src/scoring/reduce-checks.ts'
import { check } from './fixtures.ts'

const said = (verdict: Verdict, quote: string): CheckResult =>
  check('one', verdict, { evidence: quote === '' ? [] : [{ turn: 2, start: 0, end: quote.length, quote }] })
const shown = (checks: readonly CheckResult[]) =>
  checks.map(({ verdict, evidence }) => [verdict, evidence.map(({ quote }) => quote)])

test.each<[Verdict[], Verdict]>([
  [['yes', 'yes', 'not-shown'], 'yes'],
  [['yes', 'partly'], 'partly'],
  [['yes', 'no', 'partly'], 'no'],
  [['yes', 'yes', 'no', 'no', 'partly'], 'no'],
  [['not-shown', 'no'], 'not-shown'],
])('of runs that say %j the majority is %s', (verdicts, expected) => {
  expect(majorityOfRuns(verdicts.map((verdict) => [check('one', verdict)]))[0]?.verdict).toBe(expected)
})

test('the majority has the quotes of those that agree, each once', () => {
  const runs = [said('yes', 'as I said'), said('no', 'something else'), said('yes', 'and again'), said('yes', 'as I said')]
  expect(shown(majorityOfRuns(runs.map((run) => [run])))).toEqual([['yes', ['as I said', 'and again']]])
})

test.each<[Verdict[], Verdict]>([
  [['not-shown', 'yes', 'no'], 'yes'],
  [['no', 'partly', 'not-shown'], 'partly'],
  [['not-shown', 'no'], 'no'],
  [['not-shown', 'not-shown'], 'not-shown'],
])('of parts that say %j the best is %s', (verdicts, expected) => {
  expect(bestOfParts(verdicts.map((verdict) => [check('one', verdict)]))[0]?.verdict).toBe(expected)
})

test('one quote supports two checks at the most, met ones first; a check with another quote keeps its verdict', () => {
  const evidence = [{ turn: 2, start: 0, end: 9, quote: 'the words' }]
  const more = [...evidence, { turn: 4, start: 3, end: 8, quote: 'other' }]
  const limited = limitReuse([
    check('a', 'partly', { evidence }),
    check('b', 'yes', { evidence }),
    check('c', 'yes', { evidence }),
    check('d', 'yes', { evidence: more }),
    check('e', 'no', { evidence }),
  ])
  expect(limited.map(({ verdict, evidence: left, cappedBy }) => [verdict, left.length, cappedBy !== null])).toEqual([
    ['not-shown', 0, true],
    ['yes', 1, false],
    ['yes', 1, false],
    ['yes', 1, false],
    ['no', 1, false],
  ])
})
