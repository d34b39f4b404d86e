import type { BoardStatus } from './board-sync.ts'

/** One line beneath the drawing: whether it is safe. Empty while there is nothing to say. */
export function statusWords(status: BoardStatus): string {
  switch (status.kind) {
    case 'loading':
      return 'Loading'
    case 'empty':
      return ''
    case 'saved':
      return status.leftOut === undefined ? 'Saved' : `Saved. ${status.leftOut}`
    case 'changed':
    case 'saving':
      return 'Saving'
    case 'not-saved':
      return `Not saved, kept in this browser. ${status.why} It is tried again by itself.`
    case 'too-large':
      return `Not saved, kept in this browser. ${status.why}`
    case 'closed':
      return 'The interview is over: the board stays as it was.'
    default:
      return status satisfies never
  }
}
