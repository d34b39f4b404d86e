import { leavesQuestionOpen, type Move, putsQuestion } from '#src/domain/move.ts'
import type { Turn } from '#src/domain/turn.ts'
import { type Reading, readTurn } from './read-turn.ts'
import { movesOf } from './stored-turns.ts'

/** What the interviewer did last before a turn, apart from what leaves the question open. */
export const moveBefore = (turn: Turn, turns: readonly Turn[]): Move | null =>
  movesOf(turns.filter((one) => one.turn < turn.turn)).findLast((move) => !leavesQuestionOpen(move)) ?? null

/** A turn as it is to be understood behind what the interviewer did before it. */
export function readAfter(turn: Turn, turns: readonly Turn[], against: Parameters<typeof readTurn>[1]): Reading {
  const reading = readTurn(turn, against)
  if (reading.kind === reading.kindWhenAsked) return reading
  const before = moveBefore(turn, turns)
  return before !== null && putsQuestion(before) ? { ...reading, kind: reading.kindWhenAsked } : reading
}
