import { expect, test } from 'vitest'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import { nextPhase } from '#src/interviewer/next-phase.ts'
import { parcelGuide } from './fixtures.ts'

const schedule: ScheduledPhase[] = [
  { phase: 'approach', title: 'Approach', role: 'work', minutes: 8, question: 0 },
  { phase: 'code', title: 'Code', role: 'work', minutes: 21, question: 0 },
  { phase: 'test', title: 'Test', role: 'work', minutes: 7, question: 0 },
  { phase: 'extension', title: 'Extension', role: 'work', minutes: 5, question: 0 },
]
const [point] = parcelGuide.keyPoints
const guide = {
  keyPoints: point === undefined ? [] : ['code', 'test', 'extension'].map((phase) => ({ ...point, id: `of-${phase}`, phase })),
}
const after = (phase: number, shown: readonly string[]) =>
  nextPhase({ schedule, phase, guide, checks: shown.map((of) => ({ id: `of-${of}`, shown: 'yes' as const })) })

test('a part in whose points nothing is left to ask is passed over', () => {
  expect(after(1, [])).toBe(2)
  expect(after(1, ['test'])).toBe(3)
})

test('the longest part and the last one are not, whatever was said before them', () => {
  expect(after(0, ['code', 'test', 'extension'])).toBe(1)
  expect(after(2, ['code', 'test', 'extension'])).toBe(3)
})
