import { z } from 'zod'

const unsentSchema = z.object({ clientTurnId: z.string(), text: z.string() })
/** A turn that was sent and is not yet known to be stored. Its id stays the same through every retry. */
export type UnsentTurn = z.infer<typeof unsentSchema>

/** Where words that the server does not have yet survive a reload: the draft per browser, an unsent turn per tab. */
export interface KeptWords {
  readDraft(): string
  keepDraft(text: string): void
  readUnsent(): UnsentTurn | null
  keepUnsent(turn: UnsentTurn | null): void
}

export interface WordStorage {
  drafts: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  unsent: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** `storage` is localStorage for drafts and sessionStorage for unsent turns: an unsent turn belongs to the tab that made it. */
export function keptWords(interviewId: string, storage: WordStorage): KeptWords {
  const draftKey = `hotseat.draft.${interviewId}`
  const unsentKey = `hotseat.unsent.${interviewId}`
  return {
    readDraft: () => storage.drafts.getItem(draftKey) ?? '',
    keepDraft: (text) => (text === '' ? storage.drafts.removeItem(draftKey) : storage.drafts.setItem(draftKey, text)),
    readUnsent: () => readUnsent(storage.unsent.getItem(unsentKey)),
    keepUnsent: (turn) =>
      turn === null ? storage.unsent.removeItem(unsentKey) : storage.unsent.setItem(unsentKey, JSON.stringify(turn)),
  }
}

function readUnsent(stored: string | null): UnsentTurn | null {
  if (stored === null) return null
  try {
    return unsentSchema.parse(JSON.parse(stored))
  } catch {
    // Written by another version of this page: not ours to send.
    return null
  }
}
