import { z } from 'zod'

/** rubrics/phrases.yaml: what the rule-based interviewer says between questions. Several wordings each, taken in turn. */
export const phrasesSchema = z.record(z.string(), z.array(z.string().min(1)).min(1))
export type Phrases = z.infer<typeof phrasesSchema>
