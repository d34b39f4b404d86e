import { type Move, moveSchema } from '#src/domain/move.ts'
import type { NumberedTurn } from './question-turns.ts'

/** The interviewer's moves among turns, where the transcript carries them. */
export const movesIn = (turns: readonly NumberedTurn[]): { turn: number; move: Move }[] =>
  turns.flatMap(({ turn, move }) => {
    const read = moveSchema.safeParse(move)
    return read.success ? [{ turn, move: read.data }] : []
  })
