import { useCallback, useEffect, useState } from 'react'
import type { Failure, Outcome } from './request.ts'

export type Loaded<Value> = { kind: 'loading' } | { kind: 'failed'; failure: Failure } | { kind: 'ready'; value: Value }

/** Loads when the component mounts and when `load` changes (keep it stable), with null not yet; `reload` loads again and keeps showing what is there meanwhile. */
export function useLoad<Value>(load: ((signal: AbortSignal) => Promise<Outcome<Value>>) | null): {
  loaded: Loaded<Value>
  reload: () => void
} {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what asks for another load
  useEffect(() => {
    if (load === null) return
    const abort = new AbortController()
    load(abort.signal)
      .then((outcome) =>
        setLoaded(outcome.ok ? { kind: 'ready', value: outcome.value } : { kind: 'failed', failure: outcome.failure }),
      )
      .catch((cause: unknown) => {
        if (!abort.signal.aborted) throw cause
      })
    return () => abort.abort()
  }, [load, round])
  return { loaded, reload: useCallback(() => setRound((count) => count + 1), []) }
}
