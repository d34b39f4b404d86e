import { z } from 'zod'
import { patternsSchema } from './pattern.ts'

/** Phrases apart by commas, as one text: a list of thousands of them reads, and loads, far better so than with an item a line. */
const phrasesSchema = z
  .string()
  .transform((text) => text.split(',').map((phrase) => phrase.trim()))
  .pipe(z.array(z.string().min(1)).min(1))

/** rubrics/lexicon.yaml: cue words that patterns refer to as `@name`, and the words the matcher itself needs. */
export const lexiconSchema = z.strictObject({
  /** Words after which a phrase does not count (see domain/pattern.ts). */
  negators: phrasesSchema,
  /** Each list: phrases in the pattern grammar's form, without groups. */
  cues: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), phrasesSchema),
  /** Patterns of one sentence that orders whoever grades or interviews about, or grades in their place. */
  addressesGrader: patternsSchema.optional(),
})
export type Lexicon = z.infer<typeof lexiconSchema>
