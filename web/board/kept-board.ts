import { z } from 'zod'
import type { SceneElement } from './scene-version.ts'

export const sceneElementSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  version: z.number(),
  versionNonce: z.number(),
  isDeleted: z.boolean().optional(),
  updated: z.number().optional(),
})

/** Where a drawing that the server does not have yet survives a reload, per tab. */
export interface KeptBoard {
  read(): SceneElement[] | null
  keep(elements: readonly SceneElement[]): void
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

function parseKept(text: string | null): SceneElement[] | null {
  if (text === null) return null
  try {
    return z.array(sceneElementSchema).parse(JSON.parse(text))
  } catch {
    // Written by another version of this page: not ours to bring back.
    return null
  }
}
