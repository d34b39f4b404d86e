import type { Cases } from './exercise.ts'

export type Case = Cases['cases'][number]

/** What one case came to. `at`: index of the call that went another way than the case says; null when nothing could be constructed. */
export type CaseOutcome =
  | { kind: 'passed' }
  | { kind: 'failed'; at: number | null; happened: { kind: 'returned'; value: unknown } | { kind: 'threw'; error: unknown } }
  /** The object that was made has no such method. */
  | { kind: 'no-method'; at: number }

type Callable = (...given: unknown[]) => unknown

/** Held from the beginning: what is called here may have put its own in their place, as who writes an Array.prototype.every of their own does. */
const { apply, construct } = Reflect
const { is, keys, hasOwn } = Object
const { isArray } = Array
const { toString: classOf } = Object.prototype
const { includes } = String.prototype
const text = String

/**
 * Calls `entry`, a function or a class, as the case says, up to the first call that goes another way. Promises are awaited; never throws. Goes by no method
 * that what is called could have replaced.
 */
export async function runCase(entry: Callable, one: Case): Promise<CaseOutcome> {
  const { calls } = one
  let made: Record<string, unknown> | undefined
  if (hasOwn(one, 'new') && one.new !== undefined)
    try {
      made = construct(entry, one.new) as Record<string, unknown>
    } catch (error) {
      return { kind: 'failed', at: null, happened: { kind: 'threw', error } }
    }
  for (let at = 0; at < calls.length; at++) {
    const step = calls[at] as Step
    const happened = await outcomeOf(entry, made, step)
    if (happened === null) return { kind: 'no-method', at }
    if (!isAsExpected(happened, step)) return { kind: 'failed', at, happened }
  }
  return { kind: 'passed' }
}

type Step = Case['calls'][number]
type Happened = Extract<CaseOutcome, { kind: 'failed' }>['happened']

/** Null where there is no such method. */
async function outcomeOf(entry: Callable, made: Record<string, unknown> | undefined, step: Step): Promise<Happened | null> {
  try {
    const called = made === undefined ? entry : made[step.call ?? '']
    if (typeof called !== 'function') return null
    return { kind: 'returned', value: await apply(called as Callable, made, step.with) }
  } catch (error) {
    return { kind: 'threw', error }
  }
}

/** What cannot be looked at, since a getter or a proxy throws, is not what was expected. */
function isAsExpected(happened: Happened, expected: Step): boolean {
  try {
    if (hasOwn(expected, 'throws') && expected.throws !== undefined)
      return happened.kind === 'threw' && apply(includes, messageOf(happened.error), [expected.throws])
    if (happened.kind === 'threw') return false
    return !hasOwn(expected, 'gives') || isSameValue(happened.value, expected.gives)
  } catch {
    return false
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? text(error.message) : text(error))

/**
 * Whether a value is what a case names. Null and undefined are the same nothing, at any depth: YAML and other languages know one kind of it.
 * Objects are compared by their own fields, whatever made them.
 */
export function isSameValue(actual: unknown, expected: unknown): boolean {
  if (isNothing(actual) || isNothing(expected)) return isNothing(actual) && isNothing(expected)
  if (typeof actual !== 'object' || typeof expected !== 'object') return actual === expected || is(actual, expected)
  if (isArray(actual) || isArray(expected)) {
    if (!isArray(actual) || !isArray(expected) || actual.length !== expected.length) return false
    for (let at = 0; at < expected.length; at++) if (!isSameValue(actual[at], expected[at])) return false
    return true
  }
  if (!hasFieldsOnly(actual) || !hasFieldsOnly(expected)) return false
  return areSameFields(keys(actual), { actual, expected }) && areSameFields(keys(expected), { actual, expected })
}

type Fields = Readonly<Record<string, unknown>>

function areSameFields(names: readonly string[], { actual, expected }: { actual: Fields; expected: Fields }): boolean {
  for (let at = 0; at < names.length; at++) {
    const name = names[at] ?? ''
    if (!isSameValue(actual[name], hasOwn(expected, name) ? expected[name] : undefined)) return false
  }
  return true
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined

/** No Map, Date or the like, whose content is not in its fields. */
const hasFieldsOnly = (value: unknown): value is Fields => apply(classOf, value, []) === '[object Object]'
