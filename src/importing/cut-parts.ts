import type { ImportPart, ImportRequest } from '#src/domain/import.ts'
import { ConflictError } from '#src/errors.ts'
import type { Source } from '#src/transcript/source.ts'
import { type ImportedTurn, turnsOf } from '#src/transcript/turns-of.ts'

/** What was said in one part. */
export interface CutPart {
  part: ImportPart
  /** `endMs`: milliseconds from the beginning of the part to the end of the turn, never falling. */
  said: (Pick<ImportedTurn, 'speaker' | 'text' | 'artifacts'> & { endMs: number })[]
  lengthMs: number
}

/** Cuts a source where its parts begin; what stands before the first is left out. Throws ConflictError for a part without words. */
export function cutParts(
  { utterances }: Pick<Source, 'utterances'>,
  { parts, speakers }: Pick<ImportRequest, 'parts' | 'speakers'>,
): CutPart[] {
  const ordered = [...parts].sort((a, b) => a.from - b.from)
  return ordered.map((part, at) => {
    const next = ordered[at + 1]?.from ?? utterances.length + 1
    const own = utterances.slice(part.from - 1, next - 1)
    const turns = turnsOf({ utterances: own }, speakers)
    if (turns.length === 0)
      throw new ConflictError(
        next === part.from
          ? `Two parts begin at utterance ${part.from}: put them together, or let one begin later.`
          : `The part from utterance ${part.from} on holds nothing that interviewer or candidate said: put it together with its neighbour.`,
      )
    const times = own.flatMap(({ atMs }) => atMs ?? [])
    const startMs = times[0] ?? 0
    const lastMs = utterances[next - 1]?.atMs ?? times.at(-1) ?? startMs
    const ends = turns.map((_, index) => (turns[index + 1]?.atMs ?? lastMs) - startMs)
    let latest = 0
    const said = turns.map(({ speaker, text, artifacts }, index) => {
      latest = Math.max(latest, ends[index] ?? 0)
      return { speaker, text, artifacts, endMs: latest }
    })
    return { part, said, lengthMs: latest }
  })
}
