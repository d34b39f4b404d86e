import type { Guide } from '#src/domain/guide.ts'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { CheckState } from './standpoint.ts'

/** Phases of this question in whose points nothing is left to ask are passed over; never its last one, its longest, nor the wrap-up. */
export function nextPhase(options: {
  schedule: readonly ScheduledPhase[]
  phase: number
  guide: Pick<Guide, 'keyPoints'>
  checks: readonly Pick<CheckState, 'id' | 'shown'>[]
}): number | null {
  const { schedule, phase, guide, checks } = options
  const question = schedule[phase]?.question
  const settled = (index: number) => {
    const points = guide.keyPoints.filter((point) => point.phase === schedule[index]?.phase)
    return points.length > 0 && points.every(({ id }) => checks.find((check) => check.id === id)?.shown === 'yes')
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
