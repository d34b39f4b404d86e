import { z } from 'zod'
import { type KeptElement, keptElementSchema } from './kept-element.ts'

/** Where a drawing that the server does not have yet survives a reload, per tab. */
export interface KeptBoard {
  read(): KeptElement[] | null
  keep(elements: readonly KeptElement[]): void
  clear(): void
}

export function keptBoard(interviewId: string, area: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptBoard {
  const key = `hotseat.board.${interviewId}`
  return {
    read: () => parseKept(area.getItem(key)),
    keep: (elements) => area.setItem(key, JSON.stringify(elements)),
    clear: () => area.removeItem(key),
  }
}

function parseKept(text: string | null): KeptElement[] | null {
  if (text === null) return null
  try {
    return z.array(keptElementSchema).parse(JSON.parse(text))
  } catch {
    // Written by another version of this page: not ours to bring back.
    return null
  }
}
