import { type ComponentType, lazy, Suspense, useMemo, useState } from 'react'
import { Loading } from './loading.tsx'
import { PartBoundary } from './part-boundary.tsx'

interface LazyPartProps<Props extends object> {
  /** The same function for as long as it is shown. */
  load(): Promise<{ default: ComponentType<Props> }>
  /** What is on its way, as in "Loading the board". */
  what: string
  props: Props
}

/** A part of the page that arrives when it is first needed. One that did not arrive, or broke, says so and can be asked for again. */
export function LazyPart<Props extends object>({ load, what, props }: LazyPartProps<Props>) {
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part that failed is remembered as failed, so another attempt takes another one
  const Part = useMemo(() => lazy(load) as unknown as ComponentType<Props>, [load, attempt])
  return (
    <PartBoundary key={attempt} what={what} onRetry={() => setAttempt(attempt + 1)}>
      <Suspense fallback={<Loading what={what} />}>
        <Part {...props} />
      </Suspense>
    </PartBoundary>
  )
}
