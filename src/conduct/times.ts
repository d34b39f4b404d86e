import { minutesOfPhase } from '#src/domain/phase-clock.ts'
import type { Heard, ReadSitting, Spoken } from './heard.ts'
import { minutesNamed } from './minutes-named.ts'
import { unquoted } from './sentence-rules.ts'

const minuteMs = 60_000

export interface StatedTime {
  turn: Heard
  sentence: Spoken
  minutes: number
  /** Minutes that the clock had left when the turn was stored. */
  left: number
}

/** Statements of the time that is left in all, by turns whose time is known. What is said of one part is no statement of the whole. */
export function timesStated({ heard, input, cues }: ReadSitting): StatedTime[] {
  const total = input.minutes
  if (total === null) return []
  return heard.flatMap((turn) => {
    const { elapsedMs } = turn
    if (elapsedMs === null) return []
    const left = total - elapsedMs / minuteMs
    return turn.sentences
      .filter(({ text, isContent }) => !isContent && !cues.has('time-of-part', unquoted(text)))
      .flatMap((sentence) =>
        minutesNamed(sentence.text, { cues, language: 'en' }).map((minutes) => ({ turn, sentence, minutes, left })),
      )
      .filter(({ minutes }) => !isOfPart(minutes, turn, input))
  })
}

/** Whether it is what the phase that is entered may take, which is no statement of the whole. */
function isOfPart(
  minutes: number,
  { move, elapsedMs }: Heard,
  { schedule, minutes: totalMinutes }: ReadSitting['input'],
): boolean {
  if (move?.kind !== 'next-phase' || schedule === null || totalMinutes === null || elapsedMs === null) return false
  return Math.abs(minutes - minutesOfPhase({ schedule, totalMinutes, phase: move.phase, elapsedMs })) <= 1
}

/** Rounding, and the seconds that speaking takes, may make a minute. */
export const equalsClock = ({ minutes, left }: StatedTime): boolean => Math.abs(minutes - Math.max(1, left)) <= 1
