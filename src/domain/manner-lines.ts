import { z } from 'zod'
import { companySchema, personaSchema } from './track.ts'

const line = z.string().min(1)

/** prompts/manner.yaml: how a model is told to sound. */
export const mannerLinesSchema = z.strictObject({
  persona: z.record(personaSchema, line),
  company: z.record(companySchema.exclude(['neutral']), line),
  /** For interviews in another language than English; `{language}` is its English name. */
  language: line,
})
export type MannerLines = z.infer<typeof mannerLinesSchema>
