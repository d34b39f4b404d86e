import type { ChangedRequirement, Guide } from '#src/domain/guide.ts'
import type { Move } from '#src/domain/move.ts'
import { hasPlaceAfter, stepsTaken } from '#src/domain/steps-taken.ts'
import type { Coverage } from './coverage.ts'

/** One is planned; a second is there for somebody who is through with everything else before the time is. */
const mostChanges = 2
/** Where a running system is looked at, what comes after the mend comes as news of it. */
const mostNews = 4

/**
 * At most two changes a question, four of a running system, and only in a phase that it may come in and after steps that it does not contradict: the one whose words were said last, since the candidate is at that part of
 * what they built; else the first that asks for no words, or the first that bears on a point they have shown.
 */
export function chooseChange(
  guide: Guide,
  options: {
    /** Id of the phase at hand. */
    phase: string
    moves: readonly Move[]
    /** The candidate's turns, in order. */
    said: readonly string[]
    shown: Coverage['shown']
    matches: (patterns: readonly string[], text: string) => boolean
    /** A running system is looked at. */
    isObserved: boolean
  },
): ChangedRequirement | null {
  const { phase, moves, said, shown, matches, isObserved } = options
  const made = moves.flatMap((move) => (move.kind === 'change-requirement' ? [move.change] : []))
  if (made.length >= (isObserved ? mostNews : mostChanges)) return null
  const taken = stepsTaken(guide, moves)
  const changes = guide.changedRequirements.filter(
    (change) =>
      !made.includes(change.id) && (change.phases === undefined || change.phases.includes(phase)) && hasPlaceAfter(change, taken),
  )
  for (const text of said.toReversed()) {
    const fitting = changes.find(({ when }) => when !== undefined && matches(when, text))
    if (fitting !== undefined) return fitting
  }
  return changes.find(({ when }) => when === undefined) ?? changes.find(({ feeds }) => feeds.some((id) => shown.has(id))) ?? null
}
