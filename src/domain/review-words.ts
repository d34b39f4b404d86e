import { z } from 'zod'
import { patternsSchema } from './pattern.ts'
import { habitRuleSchema } from './review.ts'
import { probeKindSchema } from './rubric.ts'
import { trackIdSchema } from './track.ts'

const sentence = z.string().min(10).max(300)

/** One kind of question: what it is after, and the words by which it is known where nobody stored it. */
const askedKindSchema = z.strictObject({ after: sentence, asks: patternsSchema.optional() })

const habitWordsSchema = z.strictObject({
  title: z.string().min(3).max(60),
  tracks: z.array(trackIdSchema).min(1),
  /** From this count on it is told; what is counted, and its unit, is the rule's. */
  from: z.number().positive(),
  /** Of a track that is told otherwise. */
  fromIn: z.partialRecord(trackIdSchema, z.number().positive()).optional(),
  /** What was counted; `{count}` and `{words}` are filled in. */
  what: sentence,
  why: sentence,
  instead: sentence,
})
export type HabitWords = z.infer<typeof habitWordsSchema>

/** rubrics/review.yaml: what a review says when one goes back over an interview. */
export const reviewWordsSchema = z.strictObject({
  version: z.number().int().min(1),
  /** By kind of probe. */
  probes: z.record(probeKindSchema, askedKindSchema),
  /** Other moves that are after something. */
  moves: z.strictObject({
    challenge: sentence,
    contradiction: sentence,
    gap: sentence,
    hint: sentence,
    'change-requirement': sentence,
    'next-phase': sentence,
  }),
  /** How an outline of a stronger turn is put. */
  stronger: z.strictObject({
    label: sentence,
    keep: z.string().includes('{quote}'),
    fill: z.string().includes('{quote}'),
    /** `{means}` begins in lower case. */
    add: z.string().includes('{means}'),
    addFigure: z.string().includes('{means}').includes('{blank}'),
    figures: z.string().includes('{figures}'),
  }),
  blanks: z.strictObject({
    /** Loose words of the candidate's and the blank to put in their place. */
    loose: z.array(z.strictObject({ says: patternsSchema, blank: z.string().includes('___') })).min(1),
    /** By what a check wants: the blank to fill. A check whose meaning none of these matches wants no figure. */
    wanted: z.array(z.strictObject({ means: patternsSchema, blank: z.string().includes('___') })).min(1),
  }),
  habits: z.record(habitRuleSchema, habitWordsSchema),
  /** Why a rule was not looked for. */
  notLooked: z.strictObject({ track: sentence, language: sentence }),
  /** What the interviewer may have thought; `{means}` is what a check means, `{count}` a number. */
  moments: z.strictObject({
    carried: sentence,
    'left-open': sentence,
    'closed-by-probe': sentence,
    hint: sentence,
    challenge: sentence,
    'change-requirement': sentence,
  }),
})
export type ReviewWords = z.infer<typeof reviewWordsSchema>
