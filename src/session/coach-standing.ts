import type { Interview } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'

/** Whether coaching can be had: in practice mode, once for an answer, as long as its question runs. */
export function isCoachable(options: { interview: Interview; turns: readonly Turn[]; phase: number }): boolean {
  const { interview, turns, phase } = options
  if (interview.mode !== 'practice' || interview.schedule[phase]?.role !== 'work') return false
  const answered = turns.findLastIndex(({ speaker }) => speaker === 'candidate')
  const coached = turns.findLastIndex(({ move }) => move?.kind === 'coach')
  const question = interview.schedule[turns[answered]?.phase ?? -1]?.question
  return answered > coached && question === interview.schedule[phase]?.question
}
