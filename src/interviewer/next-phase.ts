import type { Guide } from '#src/domain/guide.ts'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Phase } from '#src/domain/rubric.ts'
import type { CheckState } from './standpoint.ts'

/**
 * Phases of this question in which nothing is left to ask are passed over: its points were shown, and all that one of the phase's openers asks for.
 * Never its last one, its longest, nor the wrap-up.
 */
export function nextPhase(options: {
  schedule: readonly ScheduledPhase[]
  phase: number
  /** Of the rubric. */
  phases: readonly Pick<Phase, 'id' | 'openers'>[]
  guide: Pick<Guide, 'keyPoints'>
  checks: readonly Pick<CheckState, 'id' | 'shown'>[]
}): number | null {
  const { schedule, phase, phases, guide, checks } = options
  const question = schedule[phase]?.question
  const isShown = (id: string) => checks.find((check) => check.id === id)?.shown === 'yes'
  const settled = (index: number) => {
    const id = schedule[index]?.phase
    const points = guide.keyPoints.filter((point) => point.phase === id)
    const asking = phases.find((one) => one.id === id)?.openers.filter(({ asksFor }) => asksFor.length > 0) ?? []
    const isTold = asking.length === 0 || asking.some(({ asksFor }) => asksFor.every(isShown))
    return points.length > 0 && points.every((point) => isShown(point.id)) && isTold
  }
  const isWork = (index: number) => schedule[index]?.role === 'work' && schedule[index]?.question === question
  const last = schedule.findLastIndex((_, index) => isWork(index))
  // What the round is about is not passed over, since somebody named in passing what it would show.
  const longest = Math.max(...schedule.map(({ minutes }, index) => (isWork(index) ? minutes : 0)))
  const mayPassOver = (index: number) =>
    isWork(index) && index !== last && (schedule[index]?.minutes ?? 0) < longest && settled(index)
  const next = schedule.findIndex((_, index) => index > phase && !mayPassOver(index))
  return next < 0 ? null : next
}
