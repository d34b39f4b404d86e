import type { Move } from '#src/domain/move.ts'

/** A short name for a move, the same for equal moves: what a model answers with, and what tests compare. */
export function moveId(move: Move): string {
  switch (move.kind) {
    case 'answer':
      return `answer:${[move.fact ?? 'assume', ...(move.also ?? [])].join('+')}`
    case 'probe':
      return `probe:${move.check}:${move.probe}`
    case 'challenge':
      return `challenge:${move.misconception ?? move.gap?.kind ?? `turn-${move.contradiction?.earlier.turn}`}`
    case 'hint':
      return `hint:${move.rung}`
    case 'change-requirement':
      return `change:${move.change}`
    case 'next-phase':
      return `next-phase:${move.phase}`
    case 'close':
      return `close:${move.reason}`
    case 'open':
    case 'repeat':
    case 'listen':
    case 'steer':
    case 'nudge':
    case 'wait':
    case 'coach':
    case 'reply':
      return move.kind
  }
}
