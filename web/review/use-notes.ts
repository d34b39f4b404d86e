import { useCallback, useMemo, useState } from 'react'
import type { Note } from '#src/domain/note.ts'
import { deleteNote, keepNote } from '../api/server.ts'
import type { WordsPlace } from '../scorecard/selected-words.ts'

/** One's own notes as they stand on the server; what could not be stored is told, and nothing shows that is not stored. */
export interface Notes {
  all: readonly Note[]
  /** The one deleted last, until it is put back or another is deleted. */
  deleted: Note | null
  /** What went wrong with the last change. */
  problem: string | null
  /** Resolves with true once it is stored. */
  keep(note: WordsPlace & { id: string; text: string }): Promise<boolean>
  remove(note: Note): Promise<void>
  undo(): Promise<void>
}

export function useNotes(interview: string, stored: readonly Note[]): Notes {
  const [all, setAll] = useState(stored)
  const [deleted, setDeleted] = useState<Note | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const keep = useCallback<Notes['keep']>(
    async ({ id, turn, artifact, start, end, quote, text }) => {
      const place = { turn, ...(artifact === undefined ? {} : { artifact }), start, end, quote }
      const outcome = await keepNote(interview, id, { ...place, text })
      setProblem(outcome.ok ? null : outcome.failure.message)
      if (outcome.ok) setAll((before) => inOrder([...before.filter((note) => note.id !== id), outcome.value]))
      return outcome.ok
    },
    [interview],
  )
  const remove = useCallback<Notes['remove']>(
    async (note) => {
      const outcome = await deleteNote(interview, note.id)
      setProblem(outcome.ok ? null : outcome.failure.message)
      if (!outcome.ok) return
      setAll((before) => before.filter(({ id }) => id !== note.id))
      setDeleted(note)
    },
    [interview],
  )
  const undo = useCallback(async () => {
    if (deleted !== null && (await keep({ ...deleted, ...placeOf(deleted) }))) setDeleted(null)
  }, [deleted, keep])
  return useMemo(() => ({ all, deleted, problem, keep, remove, undo }), [all, deleted, problem, keep, remove, undo])
}

const placeOf = ({ turn, artifact, start, end, quote }: Note): WordsPlace => ({
  turn,
  ...(artifact === undefined ? {} : { artifact }),
  start,
  end,
  quote,
})

const inOrder = (notes: readonly Note[]): Note[] => [...notes].sort((a, b) => a.turn - b.turn || a.start - b.start)
