import { z } from 'zod'
import { patternsSchema } from './pattern.ts'

/** rubrics/lexicon.yaml: cue words that patterns refer to as `@name`, and the words the matcher itself needs. */
export const lexiconSchema = z.strictObject({
  /** Words after which a phrase does not count (see domain/pattern.ts). */
  negators: z.array(z.string()).min(1),
  /** Each list: phrases in the pattern grammar's form, without groups. */
  cues: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.array(z.string()).min(1)),
  /** Patterns of one sentence that orders whoever grades or interviews about, or grades in their place. */
  addressesGrader: patternsSchema.optional(),
})
export type Lexicon = z.infer<typeof lexiconSchema>
