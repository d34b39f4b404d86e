import { type Move, moveSchema } from '#src/domain/move.ts'
import type { NumberedTurn } from './question-turns.ts'

/** Each is parsed once: scoring asks for a transcript's moves at every criterion. */
const parsed = new WeakMap<object, Move | null>()

/** The interviewer's moves among turns, where the transcript carries them. */
export const movesIn = (turns: readonly NumberedTurn[]): { turn: number; move: Move }[] =>
  turns.flatMap(({ turn, move }) => {
    const read = moveOf(move)
    return read === null ? [] : [{ turn, move: read }]
  })

function moveOf(stored: unknown): Move | null {
  if (typeof stored !== 'object' || stored === null) return null
  const known = parsed.get(stored)
  if (known !== undefined) return known
  const read = moveSchema.safeParse(stored).data ?? null
  parsed.set(stored, read)
  return read
}
