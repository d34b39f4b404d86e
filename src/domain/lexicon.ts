import { z } from 'zod'
import { patternsSchema } from './pattern.ts'
import { probeKindSchema } from './rubric.ts'
import { trackIdSchema } from './track.ts'

/** Phrases apart by commas, as one text: a list of thousands of them reads, and loads, far better so than with an item a line. */
const phrasesSchema = z
  .string()
  .transform((text) => text.split(',').map((phrase) => phrase.trim()))
  .pipe(z.array(z.string().min(1)).min(1))

/** Words of an answer that call for one kind of follow-up, whatever the question is. */
export const signalRuleSchema = z.strictObject({
  kind: probeKindSchema,
  /** Where it counts; in every track when unsaid. */
  tracks: z.array(trackIdSchema).min(1).optional(),
  says: patternsSchema,
  /** Said as well, there is nothing to ask for. */
  unless: patternsSchema.optional(),
  /**
   * Where `unless` is looked for. sentence: the one in which `says` begins. nearby: that one and its neighbours, the usual. answer: the whole
   * turn. question: all that the candidate said on the question so far.
   */
  within: z.enum(['sentence', 'nearby', 'answer', 'question']).optional(),
})
export type SignalRule = z.infer<typeof signalRuleSchema>

/** What a follow-up may take for given only once somebody spoke of it: "why the queue?" asks nothing of whoever has none. */
export const presumingSchema = z.strictObject({
  parts: z.array(
    z.strictObject({
      /** Single words for a part of a solution; `*` ends one that may go on. */
      part: phrasesSchema,
      /** Further words that name it. */
      named: phrasesSchema.optional(),
      /** Taken for given only as "your", not as "the": a case has rows, and an answer rows of its own. */
      own: z.literal(true).optional(),
    }),
  ),
  /** What anybody has who is asked: "your answer", "your choice". */
  anybodys: phrasesSchema,
})
export type Presuming = z.infer<typeof presumingSchema>

/** rubrics/lexicon.yaml: cue words that patterns refer to as `@name`, and the words the matcher itself needs. */
export const lexiconSchema = z.strictObject({
  /** Words after which a phrase does not count (see domain/pattern.ts). */
  negators: phrasesSchema,
  /** Each list: phrases in the pattern grammar's form, without groups. */
  cues: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), phrasesSchema),
  /** Patterns of one sentence that orders whoever grades or interviews about, or grades in their place. */
  addressesGrader: patternsSchema.optional(),
  /** Which follow-up an answer calls for by its words. */
  signals: z.array(signalRuleSchema).optional(),
  presuming: presumingSchema.optional(),
})
export type Lexicon = z.infer<typeof lexiconSchema>
