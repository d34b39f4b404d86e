import type { TurnChange } from '#src/domain/import.ts'
import type { AskedQuestion } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'

/**
 * The turns of a transcript after changes that name them by the numbers from before, numbered anew, and where its questions begin then. What goes
 * with changed turns (code, times) stays with the first they become. Throws NotFoundError for a turn that there is not, ConflictError for changes
 * that overlap, or that would put the words of two questions into one turn.
 */
export function correctTurns(
  before: { turns: readonly Turn[]; questions: readonly AskedQuestion[] },
  changes: readonly TurnChange[],
): { turns: Turn[]; questions: AskedQuestion[] } {
  const { turns, questions } = before
  const starts = new Set(questions.flatMap(({ firstTurn }) => firstTurn ?? []))
  const ordered = [...changes].sort((a, b) => a.first - b.first)
  const corrected: Turn[] = []
  /** Number before -> number after. */
  const moved = new Map<number, number>()
  let at = 1
  const keepUntil = (end: number) => {
    for (; at < end; at++) {
      const turn = turns[at - 1]
      if (turn === undefined) throw new NotFoundError(`There is no turn ${at}.`)
      moved.set(at, corrected.length + 1)
      corrected.push({ ...turn, turn: corrected.length + 1 })
    }
  }
  for (const { first, last, becomes } of ordered) {
    if (first < at) throw new ConflictError(`Turn ${first} is changed twice; put both changes into one.`)
    keepUntil(first)
    const own = turns.slice(first - 1, last)
    const [lead] = own
    const end = own.at(-1)
    if (lead === undefined || end === undefined || own.length < last - first + 1)
      throw new NotFoundError(`There is no turn ${last}; this revision has ${turns.length}.`)
    const next = own.slice(1).find(({ turn }) => starts.has(turn))
    if (next !== undefined)
      throw new ConflictError(`Turn ${next.turn} begins another question: its words cannot be joined with those before it.`)
    moved.set(first, corrected.length + 1)
    for (const [piece, { speaker, text }] of becomes.entries())
      corrected.push({
        ...lead,
        ...{ turn: corrected.length + 1, speaker, text: text.trim() },
        artifacts: piece === 0 ? own.flatMap(({ artifacts }) => artifacts) : [],
        // A time is that of the end: of a turn that was split, nobody knows where its pieces ended.
        elapsedMs: end.elapsedMs,
      })
    at = last + 1
  }
  keepUntil(turns.length + 1)
  return {
    turns: corrected,
    questions: questions.map((question) => ({
      ...question,
      firstTurn: question.firstTurn === null ? null : (moved.get(question.firstTurn) ?? null),
    })),
  }
}
