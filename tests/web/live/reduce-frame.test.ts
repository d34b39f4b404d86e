import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServerFrame } from '#src/protocol/frames.ts'
import { reduceFrame } from '../../../web/live/reduce-frame.ts'
import { emptyRoom, type RoomState } from '../../../web/live/room-state.ts'
import { snapshot, standing, turn, utteranceFrames } from './frames.ts'

const play = (frames: readonly ServerFrame[], from: RoomState = emptyRoom): RoomState =>
  frames.reduce((room, frame) => reduceFrame(room, { frame, at: 5 }), from)

const spoken = utteranceFrames({ seq: 1, number: 1, pieces: ['Design ', 'a rate ', 'limiter.'] })
const storedFrame: ServerFrame = {
  type: 'turn-stored',
  epoch: 'first',
  seq: 6,
  clientTurnId: 'client-turn-1',
  turn: turn(2, { clientTurnId: 'client-turn-1' }),
}
const paused: ServerFrame = {
  type: 'state',
  epoch: 'first',
  seq: 7,
  standing: { ...standing, state: 'paused', running: false },
  command: 'command-1',
}
const story = [snapshot(), ...spoken, storedFrame, paused]

describe('applying what the server logs', () => {
  it('takes a snapshot whole', () => {
    const partial = { turn: 2, attempt: 1, text: 'Go o' }
    const pad = { pad: 'sql' as const, text: 'select 1', language: 'sql' as const }
    const told = snapshot({ seq: 9, turns: [turn(1)], partial, draft: 'I would', pads: [pad], board: { revision: 3 } })
    expect(play([told])).toEqual({
      position: { epoch: 'first', seq: 9 },
      turns: [turn(1)],
      utterance: { ...partial, failed: null },
      standing,
      standingAt: 5,
      draft: { text: 'I would', connection: null },
      pads: { sql: { pad, connection: null } },
      board: { revision: 3, connection: null },
      resync: false,
    })
  })

  it('grows an utterance piece by piece and makes it a turn at its end', () => {
    expect(play(story.slice(0, 4)).utterance).toEqual({ turn: 1, attempt: 1, text: 'Design a rate ', failed: null })
    const over = play(story.slice(0, 6))
    expect(over.utterance).toBeNull()
    expect(over.turns).toEqual([turn(1, { text: 'Design a rate limiter.' })])
  })

  it('keeps the standing with the moment it came', () => {
    const room = reduceFrame(play(story.slice(0, 7)), { frame: paused, at: 900 })
    expect(room.standing).toEqual({ ...standing, state: 'paused', running: false })
    expect(room.standingAt).toBe(900)
  })

  it('keeps the words of a failed attempt until the next one starts', () => {
    const log = { epoch: 'first', turn: 1 }
    const failed: ServerFrame = { ...log, type: 'utterance-failed', seq: 3, attempt: 1, message: 'no answer' }
    const next: ServerFrame = { ...log, type: 'utterance-start', seq: 4, attempt: 2 }
    const room = play([...story.slice(0, 3), failed])
    expect(room.utterance).toEqual({ turn: 1, attempt: 1, text: 'Design ', failed: 'no answer' })
    expect(play([next], room).utterance).toEqual({ turn: 1, attempt: 2, text: '', failed: null })
  })

  it('ignores a piece of an attempt that was given up', () => {
    const log = { epoch: 'first', turn: 1 }
    const room = play([
      ...story.slice(0, 3),
      { ...log, type: 'utterance-start', seq: 3, attempt: 2 },
      { ...log, type: 'utterance-delta', seq: 4, attempt: 1, offset: 7, text: 'late' },
    ])
    expect(room.utterance).toEqual({ turn: 1, attempt: 2, text: '', failed: null })
    expect(room.resync).toBe(false)
  })

  it('drops a piece whose offset is behind what is there', () => {
    const again: ServerFrame = {
      epoch: 'first',
      turn: 1,
      attempt: 1,
      type: 'utterance-delta',
      seq: 3,
      offset: 0,
      text: 'Design ',
    }
    expect(play([again], play(story.slice(0, 3))).utterance?.text).toBe('Design ')
  })

  it('asks for a snapshot when a piece is ahead of what is there', () => {
    const ahead: ServerFrame = { epoch: 'first', turn: 1, attempt: 1, type: 'utterance-delta', seq: 3, offset: 8, text: 'x' }
    expect(play([ahead], play(story.slice(0, 3))).resync).toBe(true)
  })

  it('asks for a snapshot when a piece belongs to an utterance that never began here', () => {
    const stray: ServerFrame = { epoch: 'first', turn: 3, attempt: 1, type: 'utterance-delta', seq: 1, offset: 0, text: 'x' }
    expect(play([snapshot(), stray]).resync).toBe(true)
  })

  it('leaves connection frames out of the room', () => {
    const room = play(story)
    const frames: ServerFrame[] = [
      { type: 'pong' },
      { type: 'bye', reason: 'restart' },
      { type: 'error', code: 'no-hint', message: 'None left.' },
    ]
    expect(play(frames, room)).toBe(room)
  })
})

describe('what is missed or comes twice', () => {
  it('asks for a snapshot after a gap and applies nothing until it comes', () => {
    const gap = play([snapshot(), ...spoken.slice(1)])
    expect(gap).toEqual({ ...play([snapshot()]), resync: true })
    expect(play([snapshot({ seq: 5, turns: [turn(1)] })], gap).turns).toEqual([turn(1)])
  })

  it('asks for a snapshot when the log is another one', () => {
    expect(play([{ ...paused, epoch: 'second', seq: 1 } as ServerFrame], play([snapshot()])).resync).toBe(true)
  })

  it('believes nothing between a welcome that does not resume and its snapshot', () => {
    const room = play([{ type: 'welcome', epoch: 'second', resumed: false }, ...spoken], play([snapshot()]))
    expect(room.turns).toEqual([])
    expect(play([snapshot({ epoch: 'second', turns: [turn(1)] })], room)).toMatchObject({ turns: [turn(1)], resync: false })
  })

  it('carries on after a welcome that resumes', () => {
    const room = play(story.slice(0, 4))
    expect(play([{ type: 'welcome', epoch: 'first', resumed: true }, ...story.slice(4)], room)).toEqual(play(story))
  })

  it('takes a turn acknowledged again, with the seq it had, as known', () => {
    const room = play(story)
    expect(play([storedFrame, { ...storedFrame, epoch: 'long gone', seq: 900 }], room)).toBe(room)
  })

  it('is the same whatever prefix is replayed, however often', () => {
    const end = play(story)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(story.length - 1), fc.nat(story.length)), { maxLength: 6 }), (replays) => {
        const doubled = replays.flatMap(([from, length]) => story.slice(from, from + length))
        expect(play(doubled, end)).toEqual(end)
      }),
    )
  })

  it('ends in the same state when every frame comes twice', () => {
    expect(play(story.flatMap((frame) => [frame, frame]))).toEqual(play(story))
  })

  it('never shows words out of order: any loss ends in the true state or in a request for a snapshot', () => {
    const end = play(story)
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: story.length - 1, maxLength: story.length - 1 }), (kept) => {
        const room = play([snapshot(), ...story.slice(1).filter((_, index) => kept[index])])
        const isPrefix = story.some(
          (_, length) => JSON.stringify(play(story.slice(0, length + 1))) === JSON.stringify({ ...room, resync: false }),
        )
        expect(isPrefix).toBe(true)
        if (!room.resync && kept.at(-1)) expect(room).toEqual(end)
      }),
    )
  })

  it('reaches the server’s words over any cut of the text and any repetition of pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), fc.nat(7), (pieces, repeat) => {
        const frames = utteranceFrames({ seq: 1, number: 1, pieces }).slice(0, -1)
        const from = Math.min(repeat, frames.length - 1)
        const room = play([snapshot(), ...frames, ...frames.slice(from)])
        expect(room.utterance?.text).toBe(pieces.join(''))
      }),
    )
  })
})
