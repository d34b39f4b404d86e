import type { BoardStatus } from './board-sync.ts'

/** Whether what is drawn here is newer than the board that the room knows of, whose revision is `known`: not stored, or stored and not told yet. */
export function isAhead(status: BoardStatus, known: number | null): boolean {
  switch (status.kind) {
    case 'loading':
    case 'empty':
    case 'closed':
      return false
    case 'saved':
      return status.revision > (known ?? 0)
    case 'changed':
    case 'saving':
    case 'not-saved':
    case 'too-large':
      return true
    default:
      return status satisfies never
  }
}
