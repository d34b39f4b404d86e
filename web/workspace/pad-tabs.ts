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
