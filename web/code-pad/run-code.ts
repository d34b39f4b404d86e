import type { Cases } from '#src/domain/exercise.ts'
import { type RunnerMessage, runnerMessageSchema } from './runner-messages.ts'

/** Why a run is over: it ended, was stopped by the candidate or for the time it took, or its worker broke. */
export type RunEnd = 'ended' | 'stopped' | 'timed-out' | 'broken'
export type RunEvent = Exclude<RunnerMessage, { type: 'done' | 'started' }> | { type: 'end'; end: RunEnd }

/** How long the program, and each case after it, may take, milliseconds. */
export const runLimitMs = 2_000
/** How long the worker itself may take to be there. */
const startLimitMs = 10_000

interface RunOptions {
  text: string
  language: 'typescript' | 'javascript'
  cases: Cases | null
  onEvent(event: RunEvent): void
}

/** Runs a pad in a worker of its own. Calls back until an `end`, once; the function that is returned stops it without one. */
export function runCode({ text, language, cases, onEvent }: RunOptions): () => void {
  let worker: Worker | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const stop = () => {
    isOver = true
    clearTimeout(timer)
    worker?.terminate()
  }
  const end = (how: RunEnd) => {
    if (isOver) return
    stop()
    onEvent({ type: 'end', end: how })
  }
  const limit = (milliseconds: number, how: RunEnd) => {
    clearTimeout(timer)
    timer = setTimeout(() => end(how), milliseconds)
  }
  const start = async () => {
    const { transpile } = await import('./transpile.ts')
    if (isOver) return
    const made = transpile(text, language)
    if (made.kind === 'fault') {
      onEvent({ type: 'failed', message: made.message, places: made.places })
      return end('ended')
    }
    worker = new Worker(new URL('./runner-worker.ts', import.meta.url), { type: 'module', name: 'code pad' })
    limit(startLimitMs, 'broken')
    worker.onerror = () => end('broken')
    worker.onmessage = ({ data }) => {
      const message = runnerMessageSchema.safeParse(data)
      if (isOver || !message.success) return
      switch (message.data.type) {
        case 'started':
          return limit(runLimitMs, 'timed-out')
        case 'done':
          return end('ended')
        case 'case':
          limit(runLimitMs, 'timed-out')
          return onEvent(message.data)
        default:
          return onEvent(message.data)
      }
    }
    worker.postMessage({ program: made.program, cases })
  }
  start().catch(() => end('broken'))
  return stop
}
