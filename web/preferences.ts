import { z } from 'zod'
import { localArea } from './live/browser-storage.ts'

const enterSchema = z.enum(['sends', 'breaks'])
/** What Enter does in the composer; Shift+Enter does the other when it sends, Ctrl+Enter sends when it breaks. */
export type EnterKey = z.infer<typeof enterSchema>

const enterKey = 'hotseat.enter'

export function readEnterKey(): EnterKey {
  const stored = enterSchema.safeParse(localArea.getItem(enterKey))
  return stored.success ? stored.data : 'sends'
}

export const keepEnterKey = (value: EnterKey): void => localArea.setItem(enterKey, value)

const gentleKey = 'hotseat.gentle'

/** Gentle mode: clock and figures stay hidden until they are asked for. */
export const readGentle = (): boolean => localArea.getItem(gentleKey) === 'yes'
export const keepGentle = (isGentle: boolean): void => localArea.setItem(gentleKey, isGentle ? 'yes' : 'no')
