import type { Move } from '#src/domain/move.ts'
import type { Turn } from '#src/domain/turn.ts'

/** Index of the phase an interview is in after these turns. */
export function phaseAfter(turns: readonly Turn[]): number {
  const last = turns.at(-1)
  if (last === undefined) return 0
  return last.move?.kind === 'next-phase' ? last.move.phase : last.phase
}

/** A turn that leads into a phase belongs to it, whichever of the two it was stored with. */
export const phaseOf = (turn: Turn): number => (turn.move?.kind === 'next-phase' ? turn.move.phase : turn.phase)

/** The interviewer's moves in these turns, in order. */
export const movesOf = (turns: readonly Turn[]): Move[] => turns.flatMap(({ move }) => (move === null ? [] : [move]))
