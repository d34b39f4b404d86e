import type { Note } from '#src/domain/note.ts'
import type { ShownTurn } from '#src/protocol/frames.ts'

/** Where the words of a note stand now: as it says, else where its turn has them after a correction; null when they are gone. */
export function placeNote(
  { turn, artifact, start, end, quote }: Pick<Note, 'turn' | 'artifact' | 'start' | 'end' | 'quote'>,
  turns: readonly Pick<ShownTurn, 'turn' | 'text' | 'artifacts'>[],
): { start: number; end: number } | null {
  const held = turns.find((one) => one.turn === turn)
  const text = artifact === undefined ? held?.text : held?.artifacts.find(({ id }) => id === artifact)?.text
  if (text === undefined) return null
  if (text.slice(start, end) === quote) return { start, end }
  const at = text.indexOf(quote)
  return at < 0 ? null : { start: at, end: at + quote.length }
}
