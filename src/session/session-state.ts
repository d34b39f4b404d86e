import type { Cue } from '#src/interviewer/interviewer.ts'
import type { Utterance } from './utterance.ts'

/** What a session is in the middle of. */
export type SessionState =
  | { kind: 'awaiting-candidate' }
  | { kind: 'interviewer-speaking'; utterance: Utterance; thenPause: boolean }
  | { kind: 'paused' }
  | { kind: 'ended' }

/** Why the interview is being closed; null while it is not. */
export function closingCue(state: SessionState): Cue | null {
  if (state.kind !== 'interviewer-speaking') return null
  const { cue } = state.utterance
  return cue === 'time-up' || cue === 'ended-by-candidate' ? cue : null
}
