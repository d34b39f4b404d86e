import type { Interview } from '#src/domain/interview.ts'
import type { Mode } from '#src/domain/track.ts'
import type { Turn } from '#src/domain/turn.ts'
import { isCoachable } from './coach-standing.ts'
import { hintStanding } from './hint-standing.ts'
import { notices } from './notices.ts'
import { Refusal } from './refusal.ts'
import type { Standing } from './session-events.ts'

/** The help that can be asked for now; none while the candidate has not got the floor. */
export function helpStanding(options: {
  interview: Interview
  turns: readonly Turn[]
  phase: number
  hasFloor: boolean
}): Pick<Standing, 'hint' | 'coach'> {
  const { hasFloor, ...where } = options
  const hint = hintStanding(where)
  return { hint: { ...hint, available: hint.available && hasFloor }, coach: hasFloor && isCoachable(where) }
}

/** Throws a Refusal when the help that is asked for cannot be had now. */
export function assertHelp(
  wanted: 'hint' | 'coach',
  { mode, hint, coach }: { mode: Mode } & Pick<Standing, 'hint' | 'coach'>,
): void {
  if (wanted === 'hint' && !hint.available) throw new Refusal('no-hint', notices.noHint)
  if (wanted === 'coach' && !coach)
    throw new Refusal('no-coaching', mode === 'mock' ? notices.noCoachingInMock : notices.noCoaching)
}
