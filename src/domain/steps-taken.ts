import type { Fact, Guide, Step } from './guide.ts'
import { factsOf, type Move } from './move.ts'
import type { Ended, PlannedProbe } from './rubric.ts'

/** Ids of the steps of a guide that the candidate has taken, in order: those of which it was told what is seen. */
export const stepsTaken = ({ steps }: Guide, moves: readonly Move[]): string[] => {
  const known = new Set(steps.map(({ id }) => id))
  return [...new Set(moves.flatMap(factsOf).filter((id) => known.has(id)))]
}

/** Ids of the facts and steps that were told and still hold: what a step changes is news again. */
export function toldSoFar({ steps }: Guide, moves: readonly Move[]): Set<string> {
  const told = new Set<string>()
  for (const id of moves.flatMap(factsOf)) {
    for (const changed of Object.keys(steps.find((step) => step.id === id)?.facts ?? {})) if (!told.has(id)) told.delete(changed)
    told.add(id)
  }
  return told
}

/** What the steps taken have ended. */
export const endedBy = ({ steps }: Guide, taken: readonly string[]): ReadonlySet<Ended> =>
  new Set(steps.filter(({ id }) => taken.includes(id)).flatMap(({ ends = [] }) => ends))

/** Whether a question still asks something, or by now does. */
export const fitsWhatEnded = (
  { mootOnce, onlyOnce }: { mootOnce?: Ended | undefined; onlyOnce?: Ended | undefined },
  ended: ReadonlySet<Ended>,
): boolean => (mootOnce === undefined || !ended.has(mootOnce)) && (onlyOnce === undefined || ended.has(onlyOnce))

/** Planned questions as they are asked by now: each in its own words, or in those that look back on what is over; without those that ask nothing any more. */
export const askedByNow = <Probe extends Pick<PlannedProbe, 'ask' | 'mootOnce' | 'afterwards'>>(
  probes: readonly Probe[],
  ended: ReadonlySet<Ended>,
): Probe[] =>
  probes.flatMap((probe) => {
    if (fitsWhatEnded(probe, ended)) return [probe]
    return probe.afterwards === undefined ? [] : [{ ...probe, ask: probe.afterwards, byItself: undefined }]
  })

/** Whether something that hangs on steps has its place after these. */
export const hasPlaceAfter = (
  { onlyAfter = [], onlyAfterOneOf = [], notAfter = [] }: Pick<Step, 'onlyAfter' | 'onlyAfterOneOf' | 'notAfter'>,
  taken: readonly string[],
): boolean =>
  onlyAfter.every((id) => taken.includes(id)) &&
  (onlyAfterOneOf.length === 0 || onlyAfterOneOf.some((id) => taken.includes(id))) &&
  !notAfter.some((id) => taken.includes(id))

/** Ids of the steps that may be taken after these. */
export const stepsOpen = ({ steps }: Guide, taken: readonly string[]): string[] =>
  steps.filter((step) => !taken.includes(step.id) && hasPlaceAfter(step, taken)).map(({ id }) => id)

/** What may be said under a name of a guide as it stands: its facts, and what is seen at a step, also at one that only a step of the same turn opens. */
export const tellableOf = ({ facts, steps }: Guide): Fact[] => [
  ...facts,
  ...steps.filter(({ id }) => !facts.some((fact) => fact.id === id)).map(asFact),
]

const asFact = ({ id, seen }: Step): Fact => ({ id, asked: [], fact: seen })

/** Names under which a fact is told as it was: before any step, and before a step that changed it once more. */
const atFirst = (fact: string): string => `${fact}-at-first`
const before = (fact: string, step: string): string => `${fact}-before-${step}`

/** What a fact said and says no more after these steps, by the name under which it is told as it was, and the step that changed it. */
const pastOf = ({ id, fact }: Fact, { steps, taken }: { steps: readonly Step[]; taken: readonly string[] }) =>
  taken
    .flatMap((one) => steps.filter((step) => step.id === one && step.facts[id] !== undefined))
    .map((step, at, changing) => ({
      step: step.id,
      past: { id: at === 0 ? atFirst(id) : before(id, step.id), asked: [], fact: changing[at - 1]?.facts[id] ?? fact },
    }))

/** Of a name under which a fact is told as it was: the fact, and whether it is told as before anything was done or before a step; null for any other name. */
export function pastNamed({ facts, steps }: Guide, name: string): { fact: string; before: 'first' | 'step' } | null {
  for (const { id } of facts) {
    if (atFirst(id) === name) return { fact: id, before: 'first' }
    if (steps.some((step) => before(id, step.id) === name)) return { fact: id, before: 'step' }
  }
  return null
}

/**
 * The name under which a fact is told as it was before one of these steps, or before the last of them that changed it; its own where it has said the
 * same ever since.
 */
export function nameBefore(guide: Guide, id: string, { taken, step }: { taken: readonly string[]; step: string | null }): string {
  const fact = guide.facts.find((one) => one.id === id)
  const past = fact === undefined ? [] : pastOf(fact, { steps: guide.steps, taken })
  const found = step === null ? past.at(-1) : past.find((one) => taken.indexOf(one.step) >= taken.indexOf(step))
  return found?.past.id ?? id
}

/** Guide -> the guide as it stands, by what was done. What is derived from a guide is kept with it, since so is what is read by it. */
const derived = new WeakMap<Guide, Map<string, Guide>>()

/**
 * The guide as it stands after these steps: each fact says what it says by now, and what is seen at a step stands among the facts, of those that were
 * taken and of those that may be. `isOver`: none may be any more. `looksBack`: what the facts said before stands beside them. The same guide for the same
 * steps; a guide without steps is itself.
 */
export function guideAfter(
  guide: Guide,
  taken: readonly string[],
  { isOver, looksBack = false }: { isOver: boolean; looksBack?: boolean },
): Guide {
  if (guide.steps.length === 0) return guide
  const kept = derived.get(guide) ?? new Map<string, Guide>()
  derived.set(guide, kept)
  const key = [isOver, looksBack, ...taken].join()
  const known = kept.get(key)
  if (known !== undefined) return known
  const changes = taken.flatMap((id) => guide.steps.filter((step) => step.id === id)).map((step) => step.facts)
  const now: Record<string, string> = Object.assign({}, ...changes)
  const tellable = new Set([...taken, ...(isOver ? [] : stepsOpen(guide, taken))])
  const after = {
    ...guide,
    facts: [
      ...guide.facts.map((fact) => ({ ...fact, fact: now[fact.id] ?? fact.fact })),
      ...(looksBack ? guide.facts.flatMap((fact) => pastOf(fact, { steps: guide.steps, taken }).map(({ past }) => past)) : []),
      ...guide.steps.filter(({ id }) => tellable.has(id)).map(asFact),
    ],
  }
  kept.set(key, after)
  return after
}
