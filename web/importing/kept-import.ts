import { z } from 'zod'
import { sourceSpeakerSchema } from '#src/domain/imported.ts'
import { languageSchema } from '#src/domain/language.ts'
import { levelSchema, trackIdSchema } from '#src/domain/track.ts'
import { tabArea } from '../live/browser-storage.ts'

/** What was pasted or chosen. */
export interface SourceText {
  text: string
  /** Null where it was pasted. */
  fileName: string | null
}

const choicesSchema = z.object({
  fileName: z.string().nullable(),
  /** Whether it was looked at; the page then shows what was read. */
  isLookedAt: z.boolean(),
  speakers: z.array(sourceSpeakerSchema).nullable(),
  /** Null: as guessed. */
  parts: z
    .array(
      z.object({
        from: z.number(),
        track: trackIdSchema.nullable(),
        question: z.string().nullable(),
        words: z.string(),
        because: z.string(),
      }),
    )
    .nullable(),
  level: levelSchema.nullable(),
  language: languageSchema,
  /** The import that was tried last, and what it said: sent once more, it keeps its id. */
  tried: z.object({ id: z.string(), body: z.string() }).nullable(),
})
/** What a person said of a transcript, as far as they came. */
export type ImportChoices = z.infer<typeof choicesSchema>

export const noChoices: ImportChoices = {
  ...{ fileName: null, isLookedAt: false, speakers: null, parts: null, level: null, language: 'en', tried: null },
}

const textPlace = 'hotseat.import.text'
const choicesPlace = 'hotseat.import.choices'

/** The text apart, since it is large and seldom changes. */
export const keepText = (text: string): void => tabArea.setItem(textPlace, text)
export const keepChoices = (choices: ImportChoices): void => tabArea.setItem(choicesPlace, JSON.stringify(choices))

export function readKept(): { text: string; choices: ImportChoices } {
  const text = tabArea.getItem(textPlace) ?? ''
  const kept = choicesSchema.safeParse(jsonIn(tabArea.getItem(choicesPlace)))
  return { text, choices: kept.success && text !== '' ? kept.data : noChoices }
}

export function forgetKept(): void {
  tabArea.removeItem(textPlace)
  tabArea.removeItem(choicesPlace)
}

function jsonIn(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
