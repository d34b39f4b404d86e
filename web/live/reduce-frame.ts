import type { ServerFrame, ShownTurn } from '#src/protocol/frames.ts'
import type { RoomState, Utterance } from './room-state.ts'

/** A frame and when it came, milliseconds of the page's own clock. */
export interface Received {
  frame: ServerFrame
  at: number
}

type LogFrame = Extract<ServerFrame, { seq: number }>
type Snapshot = Extract<LogFrame, { type: 'snapshot' }>
type Step = Exclude<LogFrame, Snapshot>

/**
 * Applies one server frame. Each frame of the log counts once and in order: a repeated one changes nothing, a gap or a foreign epoch
 * sets `resync`, after which only a snapshot is believed.
 */
export function reduceFrame(room: RoomState, { frame, at }: Received): RoomState {
  switch (frame.type) {
    case 'welcome':
      return frame.resumed ? room : { ...room, resync: true }
    case 'snapshot':
      return applySnapshot(room, { frame, at })
    case 'turn-stored':
    case 'utterance-start':
    case 'utterance-delta':
    case 'utterance-end':
    case 'utterance-failed':
    case 'state':
    case 'draft':
    case 'pad':
    case 'board':
      return applyStep(room, { frame, at })
    case 'error':
    case 'pong':
    case 'bye':
      return room
    default:
      return frame satisfies never
  }
}

function applySnapshot(room: RoomState, { frame, at }: { frame: Snapshot; at: number }): RoomState {
  const isOlder = room.position?.epoch === frame.epoch && frame.seq < room.position.seq
  if (isOlder) return room
  return {
    position: { epoch: frame.epoch, seq: frame.seq },
    turns: frame.turns,
    utterance: frame.partial && { ...frame.partial, failed: null },
    standing: frame.standing,
    standingAt: at,
    draft: { text: frame.draft, connection: null },
    pads: Object.fromEntries(frame.pads.map((pad) => [pad.pad, { pad, connection: null }])),
    board: frame.board && { ...frame.board, connection: null },
    resync: false,
  }
}

function applyStep(room: RoomState, { frame, at }: { frame: Step; at: number }): RoomState {
  if (room.resync || room.position === null) return { ...room, resync: true }
  // A turn acknowledged a second time carries the seq it had, which may be of a log long gone.
  if (frame.type === 'turn-stored' && room.turns.some(({ turn }) => turn === frame.turn.turn)) {
    const isNext = frame.epoch === room.position.epoch && frame.seq === room.position.seq + 1
    return isNext ? { ...room, position: { epoch: frame.epoch, seq: frame.seq } } : room
  }
  if (frame.epoch !== room.position.epoch) return { ...room, resync: true }
  if (frame.seq <= room.position.seq) return room
  if (frame.seq > room.position.seq + 1) return { ...room, resync: true }
  return applyNext({ ...room, position: { epoch: frame.epoch, seq: frame.seq } }, { frame, at })
}

function applyNext(room: RoomState, { frame, at }: { frame: Step; at: number }): RoomState {
  switch (frame.type) {
    case 'turn-stored': {
      // An utterance that was cut before its first word never ends: the candidate's turn takes its number.
      const isTaken = room.utterance?.turn === frame.turn.turn
      return { ...room, turns: withTurn(room.turns, frame.turn), utterance: isTaken ? null : room.utterance }
    }
    case 'utterance-start': {
      const { turn, attempt } = frame
      if (room.utterance !== null && isBefore(frame, room.utterance)) return room
      return { ...room, utterance: { turn, attempt, text: '', failed: null } }
    }
    case 'utterance-delta':
      return applyDelta(room, frame)
    case 'utterance-end': {
      const isOver = room.utterance !== null && room.utterance.turn <= frame.turn.turn
      return { ...room, turns: withTurn(room.turns, frame.turn), utterance: isOver ? null : room.utterance }
    }
    case 'utterance-failed': {
      const isCurrent = room.utterance?.turn === frame.turn && room.utterance.attempt === frame.attempt
      const text = isCurrent && room.utterance ? room.utterance.text : ''
      if (!isCurrent && room.utterance !== null && isBefore(frame, room.utterance)) return room
      return { ...room, utterance: { turn: frame.turn, attempt: frame.attempt, text, failed: frame.message } }
    }
    case 'state': {
      const isCut = frame.standing.state !== 'interviewer-speaking' && room.utterance?.failed === null
      return { ...room, standing: frame.standing, standingAt: at, utterance: isCut ? null : room.utterance }
    }
    case 'draft':
      return { ...room, draft: { text: frame.text, connection: frame.connection } }
    case 'pad': {
      const { pad, text, language, connection } = frame
      return { ...room, pads: { ...room.pads, [pad]: { pad: { pad, text, language }, connection } } }
    }
    case 'board':
      return { ...room, board: { revision: frame.revision, connection: frame.connection } }
    default:
      return frame satisfies never
  }
}

function applyDelta(room: RoomState, frame: Extract<LogFrame, { type: 'utterance-delta' }>): RoomState {
  const { utterance } = room
  if (utterance !== null && isBefore(frame, utterance)) return room
  const isCurrent = utterance !== null && utterance.turn === frame.turn && utterance.attempt === frame.attempt
  if (!isCurrent || frame.offset > utterance.text.length) return { ...room, resync: true }
  if (frame.offset < utterance.text.length) return room
  return { ...room, utterance: { ...utterance, text: utterance.text + frame.text } }
}

const isBefore = (frame: { turn: number; attempt: number }, utterance: Utterance): boolean =>
  frame.turn < utterance.turn || (frame.turn === utterance.turn && frame.attempt < utterance.attempt)

function withTurn(turns: readonly ShownTurn[], turn: ShownTurn): readonly ShownTurn[] {
  const others = turns.filter((other) => other.turn !== turn.turn)
  return [...others, turn].sort((left, right) => left.turn - right.turn)
}
