import { describe, expect, it } from 'vitest'
import { phaseTimes } from '#src/evidence/phase-times.ts'

const phase = (title: string, minutes: number) =>
  ({ phase: title.toLowerCase(), title, role: 'work', minutes, question: 0 }) as const
const schedule = [phase('Requirements', 5), phase('Data', 4), phase('Design', 9)]
const minute = 60_000

describe('time per phase', () => {
  it('runs from the turn that leads into a phase to the one that leads out of it, the last until the end', () => {
    const turns = [
      { phase: 0, elapsedMs: 0.1 * minute, words: 0 },
      { phase: 0, elapsedMs: 2 * minute, words: 80 },
      { phase: 1, elapsedMs: 2.1 * minute, words: 0 },
      { phase: 1, elapsedMs: 8 * minute, words: 120 },
    ]
    expect(phaseTimes(schedule, { turns, endMs: 9 * minute })).toEqual([
      { title: 'Requirements', question: 0, plannedMs: 5 * minute, spentMs: 2.1 * minute, words: 80 },
      { title: 'Data', question: 0, plannedMs: 4 * minute, spentMs: 6.9 * minute, words: 120 },
      { title: 'Design', question: 0, plannedMs: 9 * minute, spentMs: null, words: 0 },
    ])
  })

  it('adds up to the whole interview', () => {
    const turns = [0, 1, 2, 2].map((at, place) => ({ phase: at, elapsedMs: place * 3 * minute, words: 10 }))
    const spent = phaseTimes(schedule, { turns, endMs: 12 * minute }).reduce((sum, { spentMs }) => sum + (spentMs ?? 0), 0)
    expect(spent).toBe(12 * minute)
  })
})
