import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { recommendationSchema } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { readTranscript } from '#src/transcript/read-transcript.ts'

/** One careful reading of a transcript: a rating from 1 to 4 for each criterion, null for one that was not reached. */
const readingSchema = z.object({
  ratings: z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable()),
  recommendation: recommendationSchema.nullable(),
})

const labelsSchema = z.object({ raters: z.object({ a: readingSchema, b: readingSchema }) })

/** A transcript with two readings of it, made apart from each other. */
export interface Labelled {
  transcript: Transcript
  raters: z.infer<typeof labelsSchema>['raters']
}

/** Reads every .json file of a folder. Throws, naming the file, for one that is no labelled transcript. */
export function readLabelledSet(folder: string): Labelled[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const labels = labelsSchema.safeParse(JSON.parse(text))
    if (!labels.success) throw new Error(`${name}: ${z.prettifyError(labels.error)}`)
    return { transcript: readTranscript(text, name), raters: labels.data.raters }
  })
}
