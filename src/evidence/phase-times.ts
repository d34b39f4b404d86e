import type { PhaseDelivery } from '#src/domain/delivery.ts'
import type { ScheduledPhase } from '#src/domain/interview.ts'

/** A turn in time. */
export interface TimedTurn {
  /** Index of the phase of the schedule that it belongs to; one that leads into a phase belongs to that. */
  phase: number
  /** Milliseconds of running interview time when it was stored. */
  elapsedMs: number
  /** Of the candidate; 0 for the interviewer's turns. */
  words: number
}

/** What each phase of a schedule took: from the turn that led into it to the one that led out of it, the last one until `endMs`. */
export function phaseTimes(
  schedule: readonly ScheduledPhase[],
  { turns, endMs }: { turns: readonly TimedTurn[]; endMs: number },
): PhaseDelivery[] {
  const spent = new Map<number, number>()
  const words = new Map<number, number>()
  turns.forEach((turn, at) => {
    const until = turns[at + 1]?.elapsedMs ?? endMs
    const from = at === 0 ? 0 : turn.elapsedMs
    spent.set(turn.phase, (spent.get(turn.phase) ?? 0) + Math.max(0, until - from))
    words.set(turn.phase, (words.get(turn.phase) ?? 0) + turn.words)
  })
  return schedule.map(({ title, question, minutes }, phase) => ({
    title,
    question,
    plannedMs: minutes * 60_000,
    spentMs: spent.get(phase) ?? null,
    words: words.get(phase) ?? 0,
  }))
}
