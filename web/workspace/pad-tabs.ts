import type { ScheduledPhase } from '#src/domain/interview.ts'
import type { TrackId } from '#src/domain/track.ts'

/** What the workspace can show. */
export type PadTab = 'board' | 'code' | 'sql'

export const padTabWords: Record<PadTab, string> = { board: 'Board', code: 'Code', sql: 'SQL' }

/** The pads of a track: the one that it writes on first. */
export function padTabsOf(track: TrackId): readonly PadTab[] {
  if (track === 'coding') return ['code', 'board']
  if (track === 'sql') return ['sql', 'board']
  return ['board']
}

/** Phases in which a candidate writes rather than talks. */
const writingPhases: { readonly [Track in TrackId]?: readonly string[] } = {
  coding: ['code', 'testing', 'extension'],
  sql: ['modelling', 'queries', 'performance'],
}

export const isWritingPhase = (track: TrackId, phase: ScheduledPhase | undefined): boolean =>
  phase !== undefined && writingPhases[track]?.includes(phase.phase) === true
