import type { LiveView } from '../live/live-interview.ts'

/** One line beneath the composer: whether the words are safe, and whether the line is open. */
export function connectionWords(view: Pick<LiveView, 'status' | 'unsent' | 'draft' | 'isDraftSaved' | 'isMirrored'>): string {
  return [draftWords(view), lineWords(view.status.kind)].filter((words) => words !== '').join(' · ')
}

function draftWords({
  status,
  unsent,
  draft,
  isDraftSaved,
  isMirrored,
}: Omit<LiveView, 'room' | 'connection' | 'pending' | 'refusal'>): string {
  if (unsent !== null) return status.kind === 'live' ? 'Sending' : 'Kept here, not sent yet'
  if (draft === '' || isMirrored) return ''
  return isDraftSaved ? 'Draft saved' : 'Draft kept in this browser'
}

function lineWords(kind: LiveView['status']['kind']): string {
  switch (kind) {
    case 'connecting':
      return 'connecting'
    case 'live':
      return 'live'
    case 'reconnecting':
      return 'reconnecting'
    case 'offline':
      return 'offline'
    case 'stopped':
      return 'not connected'
    default:
      return kind satisfies never
  }
}
