import { expect, test } from 'vitest'
import { hasTimeForMore } from '#src/interviewer/time-to-spare.ts'
import { standpoint } from './standpoints.ts'

const clock = { elapsed: 18, spent: 18, budget: 20 }
const { schedule } = standpoint()
const lastWork = schedule.findLastIndex(({ role }) => role === 'work')

test('with two minutes left in the last part, a round of one part has room for a question more, and one of several has none', () => {
  const ofOnePart = schedule.slice(lastWork, lastWork + 1)
  expect(hasTimeForMore(standpoint({ schedule: ofOnePart, phase: 0, clock }))).toBe(true)
  expect(hasTimeForMore(standpoint({ phase: lastWork, clock }))).toBe(false)
})
