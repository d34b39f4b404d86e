import type { Interview } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'

const usualMs = 90_000
/** From a quiet interviewer. */
const quietMs = 150_000
/** For somebody who asked for time to think. */
const askedForMs = 180_000

/**
 * How long a silence may last before the interviewer says something, milliseconds; null when it does not end it. One nudge for each question
 * that stays unanswered: after it, the interviewer waits until the candidate acts.
 */
export function silenceLength(turns: readonly Turn[], { persona }: Pick<Interview, 'persona'>): number | null {
  if (wasNudged(turns)) return null
  const usual = persona === 'quiet' ? quietMs : usualMs
  return turns.at(-1)?.move?.kind === 'wait' ? Math.max(usual, askedForMs) : usual
}

/** Since the candidate last answered anything. Asking for time answers nothing. */
function wasNudged(turns: readonly Turn[]): boolean {
  for (let at = turns.length - 1; at >= 0; at--) {
    if (turns[at]?.speaker === 'candidate' && turns[at + 1]?.move?.kind !== 'wait') return false
    if (turns[at]?.move?.kind === 'nudge') return true
  }
  return false
}
