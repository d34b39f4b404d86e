import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { undoMs } from '#src/domain/deletion.ts'
import { deleteInterviews, undoDeletion } from '../api/files.ts'
import { localArea, tabArea } from '../live/browser-storage.ts'
import { keptWords } from '../live/kept-words.ts'
import { DeletionNotice, type NoticeState } from './deletion-notice.tsx'

interface DeletionActions {
  /** Deletes one interview, called by its title, or all when null. Resolves with what went wrong; null when nothing did. */
  remove(interview: { id: string; title: string } | null): Promise<string | null>
}

const DeletionContext = createContext<DeletionActions>({ remove: async () => null })

/** How long it is said that there is no way back, milliseconds. */
const lastWordsMs = 6000

interface DeletionProviderProps {
  /** Drawn anew with another number whenever interviews went or came back. */
  children(changes: number): ReactNode
  /** Called when interviews are gone, and again when they are back. */
  onDeleted(): void
}

/** Deleting with ten seconds to take it back, from wherever one goes meanwhile. */
export function DeletionProvider({ children, onDeleted }: DeletionProviderProps) {
  const [notice, setNotice] = useState<NoticeState | null>(null)
  const [changes, setChanges] = useState(0)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const say = useCallback((state: NoticeState, forMs: number, then: () => void) => {
    window.clearTimeout(timer.current)
    setNotice(state)
    timer.current = window.setTimeout(then, forMs)
  }, [])
  const fadeOut = useCallback((state: NoticeState) => say(state, lastWordsMs, () => setNotice(null)), [say])

  const remove = useCallback<DeletionActions['remove']>(
    async (interview) => {
      const outcome = await deleteInterviews(interview?.id ?? null)
      if (!outcome.ok) return outcome.failure.message
      const { id, interviews } = outcome.value
      const what = interview === null ? countOf(interviews.length) : `“${interview.title}”`
      onDeleted()
      setChanges((before) => before + 1)
      say({ kind: 'undoable', what, deletion: id }, undoMs, () => {
        for (const gone of interviews) forgetWords(gone)
        fadeOut({ kind: 'gone', what })
      })
      return null
    },
    [onDeleted, say, fadeOut],
  )
  const undo = async ({ deletion, what }: Extract<NoticeState, { kind: 'undoable' }>) => {
    const outcome = await undoDeletion(deletion)
    if (outcome.ok) setChanges((before) => before + 1)
    fadeOut(outcome.ok ? { kind: 'back', what } : { kind: 'failed', problem: outcome.failure.message })
  }
  return (
    <DeletionContext value={useMemo(() => ({ remove }), [remove])}>
      {children(changes)}
      <DeletionNotice notice={notice} onUndo={undo} />
    </DeletionContext>
  )
}

export const useDeletion = (): DeletionActions => useContext(DeletionContext)

/** What this browser kept of unsent words. */
function forgetWords(interview: string): void {
  const kept = keptWords(interview, { drafts: localArea, unsent: tabArea })
  kept.keepDraft('')
  kept.keepUnsent(null)
}

const countOf = (interviews: number): string => (interviews === 1 ? 'One interview' : `${interviews} interviews`)
