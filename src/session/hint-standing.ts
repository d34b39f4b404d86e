import type { Interview } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { Standing } from './session-events.ts'

/** Which rung was given last in the phase that runs, and whether the ladder may go on. A second rung 0 is how the interviewer says that it does not. */
export function hintStanding(options: { interview: Interview; turns: readonly Turn[]; phase: number }): Standing['hint'] {
  const { interview, turns, phase } = options
  const hints = turns.flatMap((turn) => (turn.move?.kind === 'hint' ? [{ phase: turn.phase, rung: turn.move.rung }] : []))
  const last = hints.filter((hint) => hint.phase === phase).at(-1)
  const isSpent = last?.rung === 0 && hints.length > 1
  return { rung: last?.rung ?? null, available: interview.schedule[phase]?.role === 'work' && !isSpent }
}
