import { checkAskedBy, type Move } from '#src/domain/move.ts'
import type { CheckState, Standpoint } from './standpoint.ts'

export type ProbeMove = Extract<Move, { kind: 'probe' }>

/** A check is asked about twice at most; after that it is recorded as not shown. */
export const mostProbesOnOneCheck = 2

/**
 * The probes that may be asked now, the most useful first: the heaviest check without evidence that belongs to this phase. What was
 * settled is never among them, and checks above the bar only after a strong answer.
 */
export function rankProbes(at: Standpoint): ProbeMove[] {
  const lastChecked = checkAskedBy(at.lastMove)
  return at.checks
    .flatMap((check) => (check.probe === null || !mayBeAsked(check, at) ? [] : [{ check, probe: check.probe }]))
    .map(({ check, probe }) => ({ check: check.id, probe: probe.kind, worth: worthOf(check, { at, lastChecked }) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ check, probe }) => ({ kind: 'probe', check, probe }))
}

function mayBeAsked(check: CheckState, at: Standpoint): boolean {
  if (check.shown === 'yes' || check.asked >= mostProbesOnOneCheck) return false
  if (check.shown === 'partly' && check.asked > 0) return false
  if (check.due === 'later' || (check.due === 'earlier' && check.source === 'standing')) return false
  return !check.aboveBar || at.answer?.strong === true
}

function worthOf(check: CheckState, { at, lastChecked }: { at: Standpoint; lastChecked: string | null }): number {
  let worth = check.weight
  if (check.due === 'earlier') worth *= 0.5
  if (check.shown === 'partly') worth *= 0.7
  // A weak answer gets one more try at once; a check that was left is not come back to lightly.
  if (check.asked > 0) worth *= check.id === lastChecked ? 1.1 : 0.4
  // After a strong answer the interview goes deeper before it goes on.
  if (check.aboveBar && at.answer?.strong === true) worth *= 3
  return worth
}
