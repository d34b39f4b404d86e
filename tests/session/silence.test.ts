import { expect, test } from 'vitest'
import type { Move } from '#src/domain/move.ts'
import type { Persona } from '#src/domain/track.ts'
import type { Turn } from '#src/domain/turn.ts'
import { silenceLength } from '#src/session/silence.ts'

const said = null
const probe: Move = { kind: 'probe', check: 'scope', probe: 'deepen' }
const nudge: Move = { kind: 'nudge' }
const wait: Move = { kind: 'wait' }
const hint: Move = { kind: 'hint', rung: 1, aims: [] }

const turnsOf = (moves: readonly (Move | null)[]): Turn[] =>
  moves.map((move, at) => ({
    turn: at + 1,
    speaker: move === null ? 'candidate' : 'interviewer',
    text: 'Words.',
    artifacts: [],
    phase: 1,
    elapsedMs: 0,
    createdAt: 0,
    clientTurnId: null,
    move,
    spokenBy: null,
    interrupted: false,
  }))

const rows: { after: string; moves: (Move | null)[]; persona?: Persona; seconds: number | null }[] = [
  { after: 'the opening', moves: [{ kind: 'open' }], seconds: 90 },
  { after: 'a question', moves: [said, probe], seconds: 90 },
  { after: 'a question of a quiet interviewer', moves: [said, probe], persona: 'quiet', seconds: 150 },
  { after: 'a nudge', moves: [said, probe, nudge], seconds: null },
  { after: 'a nudge and a hint that was asked for', moves: [said, probe, nudge, hint], seconds: null },
  { after: 'a nudge that was answered', moves: [said, probe, nudge, said, probe], seconds: 90 },
  { after: 'a plea for time', moves: [said, probe, said, wait], seconds: 180 },
  { after: 'a plea for time, with a quiet interviewer', moves: [said, probe, said, wait], persona: 'quiet', seconds: 180 },
  { after: 'a nudge and a plea for time', moves: [said, probe, nudge, said, wait], seconds: null },
  { after: 'a plea for time and a nudge', moves: [said, probe, said, wait, nudge], seconds: null },
]

test.each(rows)('after $after silence lasts $seconds s', ({ moves, persona = 'neutral', seconds }) => {
  expect(silenceLength(turnsOf(moves), { persona })).toBe(seconds === null ? null : seconds * 1000)
})
