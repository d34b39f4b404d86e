import { inLastWork, inOpeningPhase } from './place-in-schedule.ts'
import type { Standpoint } from './standpoint.ts'

/** Share of a phase's minutes up to which more is asked than planned. */
export const timeForMore = 0.7
/** So many times its plan a last part is come to early. */
const muchMore = 1.5
const minuteMs = 60_000
/** One more question takes so long, with its answer. */
export const minutesPerProbe = 2.5
/** Of a round of one part, such as a story. */
export const minutesPerProbeOfStory = 1.7

/** The last part of work was come to so early that what is planned for it does not fill it: what earlier parts left may be asked there. */
export const hasTimeToSpare = (at: Pick<Standpoint, 'schedule' | 'phase' | 'clock'>): boolean =>
  inLastWork(at) &&
  at.clock.budgetMs > (at.schedule[at.phase]?.minutes ?? 0) * minuteMs * muchMore &&
  at.clock.spentMs < at.clock.budgetMs * timeForMore

/** There is time for more than what was planned: in the last part of work, for as long as a question more has room. */
export const hasTimeForMore = (at: Pick<Standpoint, 'schedule' | 'phase' | 'clock'>): boolean =>
  at.clock.spentMs < at.clock.budgetMs * timeForMore ||
  (inLastWork(at) &&
    at.clock.budgetMs - at.clock.spentMs >= (inOpeningPhase(at) ? minutesPerProbeOfStory : minutesPerProbe) * minuteMs)
