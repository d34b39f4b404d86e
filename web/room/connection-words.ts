import type { LiveView } from '../live/live-view.ts'

type Safety = Pick<LiveView, 'status' | 'unsent' | 'isPreparing' | 'draft' | 'isDraftSaved' | 'isMirrored'>

/** One line beneath the composer: whether the words are safe, and whether the line is open. */
export function connectionWords(view: Safety): string {
  return [draftWords(view), lineWords(view.status.kind)].filter((words) => words !== '').join(' · ')
}

function draftWords({ status, unsent, isPreparing, draft, isDraftSaved, isMirrored }: Safety): string {
  if (isPreparing) return 'Storing the board'
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
