import type { Interview } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { ServerFrame, ShownTurn } from '#src/protocol/frames.ts'
import type { InterviewRow, ScoringProgress, ShownInterview } from '#src/protocol/rest.ts'
import type { SessionEvent } from '#src/session/session-events.ts'
import type { InterviewSummary, ScoringJob } from '#src/store/store.ts'

/** A turn as the browser may see it: what a move aims at is the guide's, and drawings are asked for by their number. */
export const shownTurn = ({ move, artifacts, ...turn }: Turn): ShownTurn => ({
  ...turn,
  artifacts: artifacts.map(({ scene: _, ...artifact }) => artifact),
  move: move?.kind ?? null,
})

export const shownInterview = ({ ownerId, contentHash, ...interview }: Interview): ShownInterview => interview

export const shownJob = ({ scorer, status, done, total, finished, error }: ScoringJob): ScoringProgress => ({
  scorer,
  status,
  done,
  total,
  finished,
  error,
})

export const shownRow = ({ questions, ...summary }: InterviewSummary): InterviewRow => ({
  ...summary,
  recommendation: summary.isOpened ? summary.recommendation : null,
  scoring: summary.scoring && shownJob(summary.scoring),
})

export function shownEvent(event: SessionEvent): ServerFrame {
  switch (event.type) {
    case 'snapshot':
      return { ...event, turns: event.turns.map(shownTurn) }
    case 'turn-stored':
    case 'utterance-end':
      return { ...event, turn: shownTurn(event.turn) }
    default:
      return event
  }
}
