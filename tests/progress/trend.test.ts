import { expect, test } from 'vitest'
import type { Rating } from '#src/domain/rubric.ts'
import { comparable } from '#src/progress/comparable.ts'
import { trendOf } from '#src/progress/trend.ts'

const direction = (...ratings: Rating[]) => {
  const trend = trendOf(ratings)
  return trend.kind === 'trend' ? trend.direction : trend.kind
}

test('fewer than three ratings are no trend', () => {
  expect([trendOf([]), trendOf([1]), trendOf([1, 4])]).toEqual([
    { kind: 'too-few', n: 0 },
    { kind: 'too-few', n: 1 },
    { kind: 'too-few', n: 2 },
  ])
})

test('a trend tells its number, median and range', () => {
  expect(trendOf([2, 4, 3, 2])).toEqual({ kind: 'trend', n: 4, median: 2.5, low: 2, high: 4, direction: 'none' })
})

test('a direction is named only when the halves differ by more than either differs within itself', () => {
  expect(direction(2, 2, 2, 3, 3, 3)).toBe('up')
  expect(direction(3, 3, 3, 2, 2, 2)).toBe('down')
  expect(direction(2, 3, 2, 3, 3, 4)).toBe('none')
  expect(direction(1, 2, 1, 4, 3, 4)).toBe('up')
  expect(direction(2, 2, 2, 2, 2, 2)).toBe('none')
})

test('below six ratings one step is not enough', () => {
  expect(direction(2, 2, 3)).toBe('none')
  expect(direction(2, 2, 3, 3)).toBe('none')
  expect(direction(1, 2, 3)).toBe('up')
  expect(direction(4, 4, 3, 2, 2)).toBe('down')
})

const sitting = { level: 'mid' as const, questions: ['a'], isImported: false, isPrepared: false, scorer: 'rule-based@1' }

test('what would mislead beside the rest is kept apart, each with its reason', () => {
  const sittings = [
    { ...sitting, questions: ['a'], scorer: 'model@1:x' },
    { ...sitting, questions: ['b'] },
    { ...sitting, questions: ['c'], isImported: true },
    { ...sitting, questions: ['d'], isPrepared: true },
    { ...sitting, questions: ['e', 'b'] },
    { ...sitting, questions: ['f'], level: 'senior' as const },
    { ...sitting, questions: ['g'] },
  ]
  expect(comparable(sittings, 'mid').map(({ questions, apart }) => [questions[0], apart])).toEqual([
    ['a', 'another-scorer'],
    ['b', null],
    ['c', 'imported'],
    ['d', 'prepared'],
    ['e', 'asked-before'],
    ['g', null],
  ])
})

test('a question asked at another level was asked before', () => {
  const sittings = [{ ...sitting, level: 'junior' as const }, sitting]
  expect(comparable(sittings, 'mid').map(({ apart }) => apart)).toEqual(['asked-before'])
})
