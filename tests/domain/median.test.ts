import { expect, test } from 'vitest'
import { lowerMedian, median } from '#src/domain/median.ts'

test('the middle of an even number is between the two, or the lower of them', () => {
  expect([median([3, 1, 2]), median([4, 1])]).toEqual([2, 2.5])
  expect([lowerMedian(7, []), lowerMedian(4, [1]), lowerMedian(3, [1, 2]), lowerMedian(4, [3, 2, 1])]).toEqual([7, 1, 2, 2])
})
