import { useCallback, useEffect, useState } from 'react'
import type { ImportPreview } from '#src/domain/import.ts'
import type { SourceSpeaker } from '#src/domain/imported.ts'
import { previewImport } from '../api/importing.ts'
import type { Failure } from '../api/request.ts'
import type { SourceText } from './kept-import.ts'

export interface PreviewState {
  /** The newest one; the one before stays while the source is read again. */
  preview: ImportPreview | null
  failure: Failure | null
  isReading: boolean
}

/** What would be made of a source by these roles (null: as suggested), read again when any of it changes. */
export function useImportPreview(
  { text, fileName }: SourceText,
  speakers: readonly SourceSpeaker[] | null,
): PreviewState & { again(): void } {
  const [state, setState] = useState<PreviewState>({ preview: null, failure: null, isReading: true })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what asks for another look
  useEffect(() => {
    const abort = new AbortController()
    setState((before) => ({ ...before, isReading: true }))
    previewImport({ text, fileName, ...(speakers !== null && { speakers: [...speakers] }) }, abort.signal)
      .then((outcome) =>
        setState((before) => ({
          preview: outcome.ok ? outcome.value : before.preview,
          failure: outcome.ok ? null : outcome.failure,
          isReading: false,
        })),
      )
      .catch((cause: unknown) => {
        if (!abort.signal.aborted) throw cause
      })
    return () => abort.abort()
  }, [text, fileName, speakers, round])
  return { ...state, again: useCallback(() => setRound((count) => count + 1), []) }
}
