import { useCallback, useEffect, useState } from 'react'
import type { ScoringProgress } from '#src/protocol/rest.ts'
import type { Failure } from '../api/request.ts'
import { readScoring, startScoring } from '../api/server.ts'

const pollMs = 1000

/** Follows the scoring of an interview until it is over, and asks for it when nobody has yet. `failure` is the last look's, kept beside what was seen before. */
export function useScoring(interviewId: string): { scoring: ScoringProgress | null; failure: Failure | null; again(): void } {
  const [scoring, setScoring] = useState<ScoringProgress | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState<{ count: number; isWanted: boolean }>({ count: 0, isWanted: false })
  useEffect(() => {
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (wantsNew: boolean) => {
      const outcome = wantsNew ? await startScoring(interviewId) : await readScoring(interviewId, abort.signal)
      if (abort.signal.aborted) return
      const isMissing = outcome.ok ? outcome.value === null : !wantsNew && outcome.failure.kind === 'not-found'
      if (isMissing) return look(true)
      if (outcome.ok) setScoring(outcome.value)
      setFailure(outcome.ok ? null : outcome.failure)
      const status = outcome.ok ? outcome.value?.status : undefined
      const isOver = status !== undefined && status !== 'queued' && status !== 'running'
      const mayRecover = outcome.ok || outcome.failure.kind === 'unreachable'
      if (!isOver && mayRecover) timer = setTimeout(() => void look(false).catch(unlessAborted), pollMs)
    }
    const unlessAborted = (cause: unknown) => {
      if (!abort.signal.aborted) throw cause
    }
    look(round.isWanted).catch(unlessAborted)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [interviewId, round])
  const again = useCallback(() => {
    setScoring(null)
    setFailure(null)
    setRound(({ count }) => ({ count: count + 1, isWanted: true }))
  }, [])
  return { scoring, failure, again }
}
