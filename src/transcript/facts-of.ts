import type { Transcript } from '#src/domain/transcript.ts'
import { dayOf, hoursAndMinutes } from './times.ts'

/** When and how an interview was held, as far as its transcript tells: a few words each. */
export function factsOf({ createdAt, mode, minutes, elapsedMs, persona, company, status }: Transcript): string[] {
  const isTimed = typeof minutes === 'number' && minutes > 0
  const took = typeof elapsedMs === 'number' && elapsedMs > 0 ? ` (took ${hoursAndMinutes(elapsedMs)})` : ''
  return [
    typeof createdAt === 'number' && isDate(createdAt) ? dayOf(createdAt) : '',
    typeof mode === 'string' ? mode : '',
    isTimed ? `${minutes} minutes${took}` : '',
    typeof persona === 'string' ? `${persona} interviewer` : '',
    typeof company === 'string' && company !== 'neutral' ? company.replaceAll('-', ' ') : '',
    status === 'running' ? 'not over' : '',
  ].filter((fact) => fact !== '')
}

/** What `Date` can hold. */
const isDate = (milliseconds: number): boolean => Math.abs(milliseconds) <= 8.64e15
