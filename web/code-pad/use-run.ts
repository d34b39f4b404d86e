import { useCallback, useEffect, useRef, useState } from 'react'
import type { Cases } from '#src/domain/exercise.ts'
import { type RunEvent, runCode } from './run-code.ts'
import { type RunState, reduceRun, startedRun } from './run-state.ts'

interface RunControls {
  /** The last run; null before the first. */
  run: RunState | null
  start(text: string, language: 'typescript' | 'javascript', cases: Cases | null): void
  stop(): void
  /** Stops it and forgets what it gave. */
  clear(): void
}

/** Runs of one pad, one at a time. A new one voids the one before. `onEnd` is told of each that came to an end by itself, and of the text that was run. */
export function useRun(onEnd: (run: RunState, text: string) => void): RunControls {
  const [run, setRun] = useState<RunState | null>(null)
  const stopRun = useRef<() => void>(() => undefined)
  const current = useRef<RunState | null>(null)
  const ended = useRef(onEnd)
  ended.current = onEnd
  useEffect(() => () => stopRun.current(), [])

  const show = useCallback((next: RunState | null) => {
    current.current = next
    setRun(next)
  }, [])

  const start = useCallback<RunControls['start']>(
    (text, language, cases) => {
      stopRun.current()
      show(startedRun(cases))
      const onEvent = (event: RunEvent) => {
        if (current.current === null) return
        const next = reduceRun(current.current, event)
        show(next)
        if (next.state === 'ended' || next.state === 'timed-out') ended.current(next, text)
      }
      stopRun.current = runCode({ text, language, cases, onEvent })
    },
    [show],
  )
  const stop = useCallback(() => {
    stopRun.current()
    if (current.current !== null) show(reduceRun(current.current, { type: 'end', end: 'stopped' }))
  }, [show])
  const clear = useCallback(() => {
    stopRun.current()
    show(null)
  }, [show])
  return { run, start, stop, clear }
}
