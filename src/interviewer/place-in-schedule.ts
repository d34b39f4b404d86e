import type { Standpoint } from './standpoint.ts'

type Place = Pick<Standpoint, 'schedule' | 'phase'>

const isWorkOn = ({ schedule, phase }: Place, other: number): boolean =>
  schedule[other]?.role === 'work' && schedule[other]?.question === schedule[phase]?.question

/** No work on this question came before this phase. */
export const inOpeningPhase = (at: Place): boolean => !at.schedule.some((_, phase) => phase < at.phase && isWorkOn(at, phase))
/** No work on this question comes after this phase. */
export const inLastPhase = (at: Place): boolean => !at.schedule.some((_, phase) => phase > at.phase && isWorkOn(at, phase))
/** No work at all comes after this phase: what time is left is this one's. */
export const inLastWork = ({ schedule, phase }: Place): boolean =>
  schedule[phase]?.role === 'work' && !schedule.some(({ role }, other) => other > phase && role === 'work')

/** The parts of work on the question at hand, by the ids of their phases. */
export interface PartsOfWork {
  here: string
  /** Something is to be written in the part at hand. */
  isToWrite: boolean
  behind: ReadonlySet<string>
  /** With their places in the schedule. */
  ahead: ReadonlyMap<string, number>
}

export function partsOfWork(at: Place): PartsOfWork {
  const work = [...at.schedule.entries()].filter(([other]) => isWorkOn(at, other))
  return {
    here: at.schedule[at.phase]?.phase ?? '',
    isToWrite: at.schedule[at.phase]?.writes === true,
    behind: new Set(work.filter(([other]) => other < at.phase).map(([, { phase }]) => phase)),
    ahead: new Map(work.filter(([other]) => other > at.phase).map(([other, { phase }]) => [phase, other])),
  }
}
