import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { type Objection, type ObjectionTarget, objectionKey } from '#src/domain/objection.ts'
import { listObjections, object, withdrawObjection } from '../api/sharing.ts'
import { useLoad } from '../api/use-load.ts'

interface Objections {
  on(target: ObjectionTarget): Objection | null
  /** Resolve with what went wrong; null when nothing did. */
  raise(target: ObjectionTarget, reason: string): Promise<string | null>
  withdraw(objection: Objection): Promise<string | null>
}

const ObjectionsContext = createContext<Objections | null>(null)

/** What of one interview was called not useful, for everything inside; null where nothing can be. */
export function ObjectionsProvider({ interviewId, children }: { interviewId: string | null; children: ReactNode }) {
  return interviewId === null ? children : <LoadedObjections interviewId={interviewId}>{children}</LoadedObjections>
}

function LoadedObjections({ interviewId, children }: { interviewId: string; children: ReactNode }) {
  const load = useCallback((signal: AbortSignal) => listObjections(interviewId, signal), [interviewId])
  const { loaded } = useLoad(load)
  const [stored, setStored] = useState<readonly Objection[] | null>(null)
  useEffect(() => {
    if (loaded.kind === 'ready') setStored(loaded.value)
  }, [loaded])
  const value = useMemo<Objections | null>(
    () =>
      stored && {
        on: (target) => stored.find((one) => objectionKey(one.target) === objectionKey(target)) ?? null,
        raise: async (target, reason) => {
          const outcome = await object(interviewId, { target, reason })
          if (!outcome.ok) return outcome.failure.message
          const isSame = (one: Objection) => objectionKey(one.target) === objectionKey(target)
          setStored((before) => [...(before ?? []).filter((one) => !isSame(one)), outcome.value])
          return null
        },
        withdraw: async ({ id }) => {
          const outcome = await withdrawObjection(interviewId, id)
          if (!outcome.ok) return outcome.failure.message
          setStored(outcome.value)
          return null
        },
      },
    [stored, interviewId],
  )
  return <ObjectionsContext value={value}>{children}</ObjectionsContext>
}

/** Null while they are not loaded, or could not be. */
export const useObjections = (): Objections | null => useContext(ObjectionsContext)
