import type { Guide } from '#src/domain/guide.ts'
import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { Ended, Phase } from '#src/domain/rubric.ts'
import { fitsWhatEnded } from '#src/domain/steps-taken.ts'
import type { CheckState } from './standpoint.ts'

/**
 * Phases of this question in which nothing is left to ask are passed over: its points were shown or ask nothing any more, and all that one of the phase's
 * openers asks for was told. Never its last one, nor the wrap-up, and its longest only once a step has ended the cause.
 */
export function nextPhase(options: {
  schedule: readonly ScheduledPhase[]
  phase: number
  /** Of the rubric. */
  phases: readonly Pick<Phase, 'id' | 'openers'>[]
  guide: Pick<Guide, 'keyPoints'>
  checks: readonly Pick<CheckState, 'id' | 'shown' | 'probes'>[]
  /** What the steps taken have ended. */
  ended: ReadonlySet<Ended>
  /** The last turn wants to know something: whoever asks is not through with it, though the words of the question look like its answer. */
  asks: boolean
}): number | null {
  const { schedule, phase, phases, guide, checks, ended, asks } = options
  const question = schedule[phase]?.question
  const isShown = (id: string) => checks.find((check) => check.id === id)?.shown === 'yes'
  const isMoot = (id: string) => ended.size > 0 && checks.find((check) => check.id === id)?.probes.length === 0
  const settled = (index: number) => {
    const id = schedule[index]?.phase
    const points = guide.keyPoints.filter((point) => point.phase === id)
    const openers = phases.find((one) => one.id === id)?.openers ?? []
    const asking = openers.filter((one) => one.asksFor.length > 0 && fitsWhatEnded(one, ended))
    const isTold = asking.length === 0 || asking.some(({ asksFor }) => asksFor.every(isShown))
    return points.length > 0 && points.every((point) => isShown(point.id) || isMoot(point.id)) && isTold
  }
  const isWork = (index: number) => schedule[index]?.role === 'work' && schedule[index]?.question === question
  const last = schedule.findLastIndex((_, index) => isWork(index))
  // What the round is about is not passed over, since somebody named in passing what it would show.
  const longest = Math.max(...schedule.map(({ minutes }, index) => (isWork(index) ? minutes : 0)))
  const mayPassOver = (index: number) =>
    isWork(index) && index !== last && ((schedule[index]?.minutes ?? 0) < longest || ended.has('cause')) && settled(index)
  const next = schedule.findIndex((_, index) => index > phase && (asks || !mayPassOver(index)))
  return next < 0 ? null : next
}
