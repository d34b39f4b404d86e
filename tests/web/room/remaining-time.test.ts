import { describe, expect, it } from 'vitest'
import { clockFace, remainingTime } from '../../../web/room/remaining-time.ts'
import { standing } from '../live/frames.ts'

describe('the clock of the room', () => {
  const running = { ...standing, elapsedMs: 60_000, totalMs: 300_000 }

  it('counts on from the standing while it runs', () => {
    expect(remainingTime({ standing: running, standingAt: 1000, now: 11_000 })).toBe(230_000)
  })

  it('stands still when it does not', () => {
    expect(remainingTime({ standing: { ...running, running: false }, standingAt: 1000, now: 900_000 })).toBe(240_000)
  })

  it('stops at nothing left, and does not run backwards', () => {
    expect(remainingTime({ standing: running, standingAt: 0, now: 1_000_000 })).toBe(0)
    expect(remainingTime({ standing: running, standingAt: 1000, now: 500 })).toBe(240_000)
  })

  it.each([
    [754_000, '12:34'],
    [753_001, '12:34'],
    [59_000, '0:59'],
    [5000, '0:05'],
    [0, '0:00'],
    [5_400_000, '90:00'],
  ])('shows %i ms as %s', (ms, face) => {
    expect(clockFace(ms)).toBe(face)
  })
})
