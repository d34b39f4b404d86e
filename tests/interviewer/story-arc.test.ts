import { expect, test } from 'vitest'
import { rankProbes } from '#src/interviewer/rank-probes.ts'
import type { CheckState } from '#src/interviewer/standpoint.ts'
import { check, standpoint, storySchedule } from './standpoints.ts'

const stages = ['setting', 'deeds', 'reasons', 'result', 'lesson']
const story = (over: Record<string, Partial<CheckState>> = {}) =>
  stages.map((id, place) => check(id, { weight: 10 * (place + 1), stage: { place, told: false }, ...over[id] }))
const minute = 60_000
const clock = { spentMs: minute, budgetMs: 8 * minute, elapsedMs: minute, totalMs: 24 * minute }

const nextOf = (checks: CheckState[], last: string | null = null) => {
  const lastMove = last === null ? ({ kind: 'open' } as const) : ({ kind: 'probe', check: last, probe: 'deepen' } as const)
  const at = standpoint({ checks, lastMove, schedule: storySchedule, phase: 0, exchanges: 1 })
  return rankProbes({ ...at, clock: { ...at.clock, ...clock } })[0]?.check
}
const asked: Partial<CheckState> = { asked: 2, spent: ['deepen'], probes: [], shown: 'yes', settled: true }

test('a story is asked about in its own order, whatever weighs most', () => {
  expect(nextOf(story())).toBe('setting')
  expect(nextOf(story({ setting: asked }), 'setting')).toBe('deeds')
  expect(nextOf(story({ setting: asked, deeds: asked }), 'deeds')).toBe('reasons')
  expect(nextOf(story({ setting: asked, deeds: asked, reasons: asked }), 'reasons')).toBe('result')
})

test('a setting that was told is not gone into', () => {
  expect(nextOf(story({ setting: { stage: { place: 0, told: true } } }))).toBe('deeds')
})

test('what lies behind is not come back to while the story goes on', () => {
  expect(nextOf(story({ reasons: asked }), 'reasons')).toBe('result')
})
