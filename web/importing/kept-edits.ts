import { z } from 'zod'
import type { Correctable } from '#src/domain/import.ts'
import { speakerSchema } from '#src/domain/turn.ts'
import { tabArea } from '../live/browser-storage.ts'
import { type EditedTurns, editable } from './turn-edits.ts'

const keptSchema = z.object({
  revision: z.number(),
  edits: z.array(
    z.object({ first: z.number(), last: z.number(), becomes: z.array(z.object({ speaker: speakerSchema, text: z.string() })) }),
  ),
})

const placeOf = (interviewId: string) => `hotseat.correct.${interviewId}`

/** Keeps unsaved corrections through a reload; null forgets them. */
export function keepEdits(interviewId: string, revision: number, edits: readonly EditedTurns[] | null): void {
  if (edits === null) tabArea.removeItem(placeOf(interviewId))
  else tabArea.setItem(placeOf(interviewId), JSON.stringify({ revision, edits }))
}

/** Corrections that were not saved yet; those of an older revision are about other turns. */
export function readEdits(interviewId: string, transcript: Correctable): EditedTurns[] {
  try {
    const kept = keptSchema.safeParse(JSON.parse(tabArea.getItem(placeOf(interviewId)) ?? 'null'))
    if (kept.success && kept.data.revision === transcript.revision) return kept.data.edits
  } catch {
    // What is no JSON was written by something else.
  }
  return editable(transcript)
}
