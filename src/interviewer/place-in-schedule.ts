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
