import { expect, test } from 'vitest'
import { ratingDifference } from '../../../web/scorecard/rating-difference.ts'

test.each([
  [{ said: 3, shown: 2 } as const, 'You said 3, the words show 2'],
  [{ said: 3, shown: 3 } as const, 'You said 3, and so do the words'],
  [{ said: 2, shown: null } as const, 'You said 2; it could not be scored'],
])('%j is told as %s', (difference, words) => {
  expect(ratingDifference(difference)).toBe(words)
})
