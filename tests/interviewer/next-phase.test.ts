import { expect, test } from 'vitest'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Ended } from '#src/domain/rubric.ts'
import { nextPhase } from '#src/interviewer/next-phase.ts'
import { parcelGuide } from './fixtures.ts'
import { check } from './standpoints.ts'

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
const opener = (...asksFor: string[]) => ({ announce: 'Now the tests.', ask: 'Which?', asksFor })
const after = (phase: number, shown: readonly string[], ...openers: ReturnType<typeof opener>[]) =>
  nextPhase({
    schedule,
    phase,
    phases: [{ id: 'test', openers }],
    guide,
    checks: shown.map((of) => check(`of-${of}`, { shown: 'yes' })),
    ended: new Set(),
    asks: false,
  })

test('a part in whose points nothing is left to ask is passed over', () => {
  expect(after(1, [])).toBe(2)
  expect(after(1, ['test'])).toBe(3)
})

test('a part is not passed over before all that an opener of it asks for was told', () => {
  const asking = [opener('of-input', 'of-output'), opener('of-limits'), opener()]
  expect(after(1, ['test'], ...asking)).toBe(2)
  expect(after(1, ['test', 'input'], ...asking)).toBe(2)
  expect(after(1, ['test', 'input', 'output'], ...asking)).toBe(3)
  expect(after(1, ['test', 'limits'], ...asking)).toBe(3)
  expect(after(1, ['test'], opener())).toBe(3)
})

test('the longest part and the last one are not, whatever was said before them', () => {
  expect(after(0, ['code', 'test', 'extension'])).toBe(1)
  expect(after(2, ['code', 'test', 'extension'])).toBe(3)
})

test('what asks nothing once a step has ended the cause is passed over like what was told, were it the longest part', () => {
  const asking = { probe: { kind: 'specify', ask: 'Where does the time go?' } as const }
  const afterStep = (ended: readonly Ended[], probes: (typeof asking.probe)[], moot?: Ended) =>
    nextPhase({
      schedule,
      phase: 0,
      phases: [{ id: 'code', openers: [{ ...opener('of-theory'), ...(moot && { mootOnce: moot }) }] }],
      guide,
      checks: [check('of-code', { probes })],
      ended: new Set(ended),
      asks: false,
    })
  expect(afterStep(['harm', 'cause'], [], 'cause')).toBe(2)
  expect(afterStep(['harm', 'cause'], [asking.probe], 'cause')).toBe(1)
  expect(afterStep(['harm', 'cause'], [])).toBe(1)
  expect(afterStep(['harm'], [], 'harm')).toBe(1)
  expect(afterStep([], [], 'cause')).toBe(1)
})

test('nothing is passed over behind a question, whose words may look like what it asks for', () => {
  const checks = [check('of-test', { shown: 'yes' })]
  const behind = (asks: boolean) => nextPhase({ schedule, phase: 1, phases: [], guide, checks, ended: new Set(), asks })
  expect(behind(false)).toBe(3)
  expect(behind(true)).toBe(2)
})
