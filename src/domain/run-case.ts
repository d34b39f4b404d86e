import type { Cases } from './exercise.ts'

export type Case = Cases['cases'][number]

/** What one case came to. `at`: index of the call that went another way than the case says; null when nothing could be constructed. */
export type CaseOutcome =
  | { kind: 'passed' }
  | { kind: 'failed'; at: number | null; happened: { kind: 'returned'; value: unknown } | { kind: 'threw'; error: unknown } }
  /** The object that was made has no such method. */
  | { kind: 'no-method'; at: number }

type Callable = (...given: unknown[]) => unknown

/** Calls `entry`, a function or a class, as the case says, up to the first call that goes another way. Promises are awaited; never throws. */
export async function runCase(entry: Callable, { new: given, calls }: Case): Promise<CaseOutcome> {
  let made: Record<string, unknown> | undefined
  if (given !== undefined)
    try {
      made = Reflect.construct(entry, given) as Record<string, unknown>
    } catch (error) {
      return { kind: 'failed', at: null, happened: { kind: 'threw', error } }
    }
  for (const [at, expected] of calls.entries()) {
    const called = made === undefined ? entry : made[expected.call ?? '']
    if (typeof called !== 'function') return { kind: 'no-method', at }
    const happened = await outcomeOf(called as Callable, made, expected.with)
    if (!isAsExpected(happened, expected)) return { kind: 'failed', at, happened }
  }
  return { kind: 'passed' }
}

type Happened = Extract<CaseOutcome, { kind: 'failed' }>['happened']

async function outcomeOf(called: Callable, made: unknown, given: readonly unknown[]): Promise<Happened> {
  try {
    return { kind: 'returned', value: await called.apply(made, [...given]) }
  } catch (error) {
    return { kind: 'threw', error }
  }
}

function isAsExpected(happened: Happened, expected: Case['calls'][number]): boolean {
  if (expected.throws !== undefined) return happened.kind === 'threw' && messageOf(happened.error).includes(expected.throws)
  if (happened.kind === 'threw') return false
  return !('gives' in expected) || isSameValue(happened.value, expected.gives)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Whether a value is what a case names. Null and undefined are the same nothing, at any depth: YAML and other languages know one kind of it.
 * Objects are compared by their own fields, whatever made them.
 */
export function isSameValue(actual: unknown, expected: unknown): boolean {
  if (isNothing(actual) || isNothing(expected)) return isNothing(actual) && isNothing(expected)
  if (typeof actual !== 'object' || typeof expected !== 'object') return actual === expected || Object.is(actual, expected)
  if (Array.isArray(actual) || Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      Array.isArray(expected) &&
      actual.length === expected.length &&
      expected.every((value, index) => isSameValue(actual[index], value))
    )
  if (!hasFieldsOnly(actual) || !hasFieldsOnly(expected)) return false
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)])
  return [...names].every((name) => isSameValue(actual[name], expected[name]))
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined

/** No Map, Date or the like, whose content is not in its fields. */
const hasFieldsOnly = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === '[object Object]'
