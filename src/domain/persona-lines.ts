import { z } from 'zod'
import { personaSchema } from './track.ts'

/** prompts/personas.yaml: how a model is told to sound, one line for each persona. */
export const personaLinesSchema = z.record(personaSchema, z.string().min(1))
export type PersonaLines = z.infer<typeof personaLinesSchema>
