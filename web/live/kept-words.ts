import { z } from 'zod'
import { type Pad, type PadKind, padKindSchema, padLanguageSchema } from '#src/domain/workspace.ts'
import { saidArtifactSchema } from '#src/protocol/frames.ts'

const unsentSchema = z.object({
  clientTurnId: z.string(),
  text: z.string(),
  artifacts: z.array(saidArtifactSchema).optional(),
})
/** A turn that was sent and is not yet known to be stored. Its id stays the same through every retry. */
export type UnsentTurn = z.infer<typeof unsentSchema>

/** A pad as this browser keeps it: longer than the server takes, where somebody pasted that. */
const keptPadSchema = z.object({ pad: padKindSchema, text: z.string(), language: padLanguageSchema })

const caseRunSchema = z.object({ text: z.string(), code: z.string() })
/** What the question's cases came to, in words, and the code that was run. */
export type CaseRun = z.infer<typeof caseRunSchema>

/** Where words that the server does not have yet survive a reload: draft and pads per browser, an unsent turn and results per tab. */
export interface KeptWords {
  readDraft(): string
  keepDraft(text: string): void
  readUnsent(): UnsentTurn | null
  keepUnsent(turn: UnsentTurn | null): void
  /** A pad whose newest text is not known to be stored; null when there is none. */
  readPad(kind: PadKind): Pad | null
  keepPad(kind: PadKind, pad: Pad | null): void
  /** What the database in this tab answered last. */
  readResult(): string
  keepResult(text: string): void
  /** What the question's cases came to when they were last run in this tab; null when they were not. */
  readCaseRun(): CaseRun | null
  keepCaseRun(run: CaseRun | null): void
}

type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface WordStorage {
  drafts: Area
  unsent: Area
}

/** `storage` is localStorage for drafts and sessionStorage for unsent turns: an unsent turn belongs to the tab that made it. */
export function keptWords(interviewId: string, storage: WordStorage): KeptWords {
  const draftKey = `hotseat.draft.${interviewId}`
  const unsentKey = `hotseat.unsent.${interviewId}`
  const resultKey = `hotseat.sql-result.${interviewId}`
  const caseRunKey = `hotseat.case-run.${interviewId}`
  const padKey = (kind: PadKind) => `hotseat.pad.${interviewId}.${kind}`
  return {
    readDraft: () => storage.drafts.getItem(draftKey) ?? '',
    keepDraft: (text) => keepText(storage.drafts, draftKey, text),
    readUnsent: () => parsed(unsentSchema, storage.unsent.getItem(unsentKey)),
    keepUnsent: (turn) => keepText(storage.unsent, unsentKey, turn === null ? '' : JSON.stringify(turn)),
    readPad: (kind) => parsed(keptPadSchema, storage.drafts.getItem(padKey(kind))),
    keepPad: (kind, pad) => keepText(storage.drafts, padKey(kind), pad === null ? '' : JSON.stringify(pad)),
    readResult: () => storage.unsent.getItem(resultKey) ?? '',
    keepResult: (text) => keepText(storage.unsent, resultKey, text),
    readCaseRun: () => parsed(caseRunSchema, storage.unsent.getItem(caseRunKey)),
    keepCaseRun: (run) => keepText(storage.unsent, caseRunKey, run === null ? '' : JSON.stringify(run)),
  }
}

const keepText = (area: Area, key: string, text: string): void => (text === '' ? area.removeItem(key) : area.setItem(key, text))

function parsed<Schema extends z.ZodType>(schema: Schema, stored: string | null): z.infer<Schema> | null {
  if (stored === null) return null
  try {
    return schema.parse(JSON.parse(stored))
  } catch {
    // Written by another version of this page: not ours to send.
    return null
  }
}
