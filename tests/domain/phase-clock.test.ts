import { describe, expect, test } from 'vitest'
import { minutesLeft, minutesOfPhase, phaseClock } from '#src/domain/phase-clock.ts'
import { designSchedule } from '../interviewer/standpoints.ts'

const minute = 60_000
const clock = (phase: number, entered: number, elapsed: number) =>
  phaseClock({ schedule: designSchedule, totalMinutes: 40, phase, enteredMs: entered * minute, elapsedMs: elapsed * minute })

describe('phaseClock', () => {
  test('gives a phase entered in time its planned minutes', () => {
    expect(clock(1, 2, 5)).toEqual({ elapsedMs: 5 * minute, totalMs: 40 * minute, spentMs: 3 * minute, budgetMs: 8 * minute })
  })

  test('takes an overrun out of the later phases, in proportion', () => {
    expect(clock(1, 13, 13).budgetMs / minute).toBeCloseTo((8 / 33) * 22)
    expect(clock(2, 20, 20).budgetMs / minute).toBeCloseTo(15)
  })

  test('gives saved minutes to the phases ahead, up to half as much again', () => {
    expect(clock(2, 6, 6).budgetMs / minute).toBeCloseTo(29)
    expect(clock(1, 0, 0).budgetMs / minute).toBeCloseTo((8 / 33) * 35)
    expect(
      phaseClock({ schedule: designSchedule, totalMinutes: 90, phase: 1, enteredMs: 0, elapsedMs: 0 }).budgetMs / minute,
    ).toBe(12)
  })

  test('gives the last part all that is left before the wrap-up', () => {
    expect(
      phaseClock({ schedule: designSchedule, totalMinutes: 90, phase: 2, enteredMs: 0, elapsedMs: 0 }).budgetMs / minute,
    ).toBe(85)
  })

  test('never touches the wrap-up', () => {
    expect(clock(3, 39, 39).budgetMs).toBe(5 * minute)
  })

  test('leaves nothing to a phase entered when the wrap-up is due', () => {
    expect(clock(2, 36, 36).budgetMs).toBe(0)
  })

  test('names whole minutes left, one at the least', () => {
    expect([clock(1, 2, 5.4), clock(3, 36, 39.9)].map(minutesLeft)).toEqual([35, 1])
  })

  test('announces what a phase entered now may take, never more than is left', () => {
    const announced = (phase: number, at: number) =>
      minutesOfPhase({ schedule: designSchedule, totalMinutes: 40, phase, elapsedMs: at * minute })
    expect([announced(1, 2), announced(1, 13), announced(2, 6), announced(2, 36), announced(3, 38)]).toEqual([8, 5, 29, 1, 2])
  })
})
