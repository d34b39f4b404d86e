import { expect, test } from 'vitest'
import { scorecardSchema } from '#src/domain/score.ts'

test('a scorecard from before passages were set aside is read as one without any', () => {
  const debrief = { carried: [], fixes: [], nextLevel: null, meets: null }
  const stored = { scorer: 'rule-based@1', stamp: {}, scores: [], perQuestion: [], mean: null, recommendation: null, note: null }
  expect(scorecardSchema.parse({ ...stored, debrief }).setAside).toEqual([])
})
