import type { ScheduledPhase } from './interview.ts'

/** Times of the phase at hand, milliseconds of running interview time. */
export interface PhaseClock {
  elapsedMs: number
  totalMs: number
  spentMs: number
  /** What the phase may take, as things went so far. */
  budgetMs: number
}

const minuteMs = 60_000
/** A phase that inherits saved minutes gets at most this much more than planned, unless nothing but the wrap-up comes after it. */
const mostStretch = 1.5

/**
 * The clock of one phase. The end never moves and the wrap-up keeps its minutes: what earlier phases overran, or saved, is
 * shared by the phase at hand and the later ones in proportion to their plan.
 */
export function phaseClock(options: {
  schedule: readonly ScheduledPhase[]
  totalMinutes: number
  phase: number
  enteredMs: number
  elapsedMs: number
}): PhaseClock {
  const { schedule, phase, enteredMs, elapsedMs } = options
  const totalMs = options.totalMinutes * minuteMs
  const planned = (schedule[phase]?.minutes ?? 0) * minuteMs
  const spentMs = Math.max(0, elapsedMs - enteredMs)
  if (schedule[phase]?.role === 'wrap-up') return { elapsedMs, totalMs, spentMs, budgetMs: planned }
  const ahead = schedule.slice(phase).filter(({ role }) => role !== 'wrap-up')
  const aheadMs = ahead.reduce((sum, { minutes }) => sum + minutes * minuteMs, 0)
  const availableMs = Math.max(0, totalMs - wrapUpMs(schedule) - enteredMs)
  const most = ahead.length === 1 ? Number.POSITIVE_INFINITY : mostStretch
  const stretch = aheadMs === 0 ? 1 : Math.min(most, availableMs / aheadMs)
  return { elapsedMs, totalMs, spentMs, budgetMs: planned * stretch }
}

/** Whole minutes that a phase may take when it is entered now, as an interviewer announces them. */
export function minutesOfPhase(options: {
  schedule: readonly ScheduledPhase[]
  totalMinutes: number
  phase: number
  elapsedMs: number
}): number {
  const clock = phaseClock({ ...options, enteredMs: options.elapsedMs })
  return Math.min(minutesLeft(clock), wholeMinutes(clock.budgetMs))
}

/** Minutes kept for the wrap-up, in milliseconds; 0 when the round has none. */
export const wrapUpMs = (schedule: readonly ScheduledPhase[]): number =>
  schedule.filter(({ role }) => role === 'wrap-up').reduce((sum, { minutes }) => sum + minutes * minuteMs, 0)

/** Whole minutes left, as an interviewer says them. */
export const minutesLeft = ({ totalMs, elapsedMs }: PhaseClock): number => wholeMinutes(totalMs - elapsedMs)

export const wholeMinutes = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / minuteMs))
