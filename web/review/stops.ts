import type { AskedReview } from '#src/domain/review.ts'
import type { ReviewMark } from './review-marks.ts'

/** A place that one walks to by key. */
export interface Stop {
  /** Of the element. */
  id: string
  turn: number
  kind: 'quote' | 'note' | 'asked'
}

export const askedId = (turn: number): string => `asked-${turn}`

/** Quotes, one's own notes and what the interviewer was after, in the order of the transcript. */
export function stopsOf(marks: readonly ReviewMark[], asked: readonly AskedReview[]): Stop[] {
  const marked = marks.flatMap(({ id, turn, artifact, start, kind }) =>
    kind === 'place' ? [] : [{ id, turn, kind, at: start, inArtifact: artifact ?? '' }],
  )
  const probes = asked.map(({ turn }) => ({
    id: askedId(turn),
    turn,
    kind: 'asked' as const,
    at: Number.MAX_SAFE_INTEGER,
    inArtifact: '',
  }))
  return [...marked, ...probes]
    .sort((a, b) => a.turn - b.turn || a.inArtifact.localeCompare(b.inArtifact) || a.at - b.at)
    .map(({ id, turn, kind }) => ({ id, turn, kind }))
}

/**
 * The stop to go to: the one after or before the active one; without one, the nearest in that direction from the turn that is being read. At
 * either end it stays there.
 */
export function nextStop(
  stops: readonly Stop[],
  { active, reading, step }: { active: string | null; reading: number; step: 1 | -1 },
): Stop | undefined {
  const at = stops.findIndex(({ id }) => id === active)
  if (at >= 0) return stops[Math.min(stops.length - 1, Math.max(0, at + step))]
  return step === 1
    ? (stops.find(({ turn }) => turn >= reading) ?? stops.at(-1))
    : (stops.findLast(({ turn }) => turn < reading) ?? stops[0])
}
