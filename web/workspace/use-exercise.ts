import { useEffect, useState } from 'react'
import { exerciseSchema, type ShownExercise } from '#src/protocol/exercise.ts'
import { request } from '../api/request.ts'

/** What the question hands out for the pads; read anew with each phase, what was there stays until the new is. */
export function useExercise(options: { interviewId: string; isNeeded: boolean; phase: number }) {
  const { interviewId, isNeeded, phase } = options
  const [exercise, setExercise] = useState<ShownExercise | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another phase and another attempt read anew
  useEffect(() => {
    if (!isNeeded) return
    const abort = new AbortController()
    request({ path: `/api/interviews/${interviewId}/exercise`, answer: exerciseSchema, signal: abort.signal }).then(
      (outcome) => {
        if (outcome.ok) setExercise((before) => (isSame(before, outcome.value) ? before : outcome.value))
        setProblem(outcome.ok ? null : outcome.failure.message)
      },
      () => undefined,
    )
    return () => abort.abort()
  }, [interviewId, isNeeded, phase, attempt])
  return { exercise, problem, retry: () => setAttempt(attempt + 1) }
}

const isSame = (before: ShownExercise | null, after: ShownExercise): boolean => JSON.stringify(before) === JSON.stringify(after)
