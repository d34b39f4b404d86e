import type { Standing } from '#src/protocol/frames.ts'

/** Milliseconds left of the interview, counted on from a standing that came at `standingAt`; `now` is on the same clock. Never below 0. */
export function remainingTime({ standing, standingAt, now }: { standing: Standing; standingAt: number; now: number }): number {
  const since = standing.running ? Math.max(0, now - standingAt) : 0
  return Math.max(0, standing.totalMs - standing.elapsedMs - since)
}

/** Minutes and seconds as a clock shows them: 754000 is "12:34". Part of a second left counts as one. */
export function clockFace(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
