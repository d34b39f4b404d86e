import type { SharedScores } from '#src/protocol/sharing.ts'
import { markId, type TranscriptMark } from '../scorecard/collect-marks.ts'

/** Every slice that the scorer's ratings rest on, once each. */
export function quotesOf(scores: SharedScores | null): TranscriptMark[] {
  const marks = (scores?.ratings ?? []).flatMap(({ criterion, evidence }) =>
    evidence.map((one) => ({
      id: markId(one),
      turn: one.turn,
      artifact: one.artifact ?? null,
      start: one.start,
      end: one.end,
      criteria: [criterion],
    })),
  )
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()]
}
