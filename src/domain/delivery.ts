import { z } from 'zod'
import { evidenceSchema } from './score.ts'
import { slugSchema, trackIdSchema } from './track.ts'

/** The parts of a story told as situation, task, action, result, in that order. */
export const storyParts = ['situation', 'task', 'action', 'result'] as const
export const storyPartSchema = z.enum(storyParts)
export type StoryPart = z.infer<typeof storyPartSchema>

/** What one sentence of a story is: one of its parts, a look back at it, or neither. */
export const sentencePartSchema = z.enum([...storyParts, 'reflection', 'other'])
export type SentencePart = z.infer<typeof sentencePartSchema>

const percentSchema = z.number().min(0).max(100)
const bandOf = (figure: z.ZodNumber) =>
  z.strictObject({ from: figure, to: figure }).refine(({ from, to }) => from <= to, 'a "from" that is not above its "to"')
const shareBandSchema = bandOf(percentSchema)
const countBandSchema = bandOf(z.number().int().min(1))
export type Band = z.infer<typeof shareBandSchema>

/** rubrics/delivery.yaml: what is commonly recommended. It is shown beside what was counted, and nothing is rated by it. */
export const deliveryBandsSchema = z.strictObject({
  version: z.number().int().min(1),
  story: z.strictObject({
    /** Tracks whose answers are stories. */
    tracks: z.array(trackIdSchema),
    /** Percent of the sentences in the four parts. */
    shares: z.strictObject({
      situation: shareBandSchema,
      task: shareBandSchema,
      action: shareBandSchema,
      result: shareBandSchema,
    }),
    /** How long the answer that tells the story takes. */
    answer: z.strictObject({ seconds: countBandSchema, words: countBandSchema }),
  }),
  /** Percent of all words, once the candidate has said `fromWords`. */
  interviewerShare: z.strictObject({ atMost: percentSchema, fromWords: z.number().int().min(0) }),
})
export type DeliveryBands = z.infer<typeof deliveryBandsSchema>

const countSchema = z.number().int().min(0)

/** A sentence of the candidate's: `text.slice(start, end)` of a turn, UTF-16 offsets. */
export const toldSentenceSchema = evidenceSchema.pick({ turn: true, start: true, end: true }).extend({ part: sentencePartSchema })
export type ToldSentence = z.infer<typeof toldSentenceSchema>

/** How one story was told. */
export const storyDeliverySchema = z.object({
  sentences: z.array(toldSentenceSchema),
  /** Percent of the sentences in the four parts, whole numbers that add up to 100; null when there were too few of them. */
  shares: z.record(storyPartSchema, percentSchema).nullable(),
  /** Deeds told with "I" and with "we". */
  own: countSchema,
  shared: countSchema,
  /** The answer that tells the story. `seconds` from the end of the question, thinking and typing included; null without times. */
  answer: z.object({ turn: z.number().int().min(1), words: countSchema, seconds: z.number().min(0).nullable() }).nullable(),
})
export type StoryDelivery = z.infer<typeof storyDeliverySchema>

/** How the answers to one question were told. */
export const questionDeliverySchema = z.object({
  question: slugSchema,
  words: countSchema,
  /** Different figures, each a slice with the word that follows. */
  figures: z.array(evidenceSchema),
  /** Those sentences that say what a figure was before, or what it is held against. */
  baselines: z.array(evidenceSchema),
  /** Null for what is not told as a story. */
  story: storyDeliverySchema.nullable(),
})
export type QuestionDelivery = z.infer<typeof questionDeliverySchema>

/** One phase of the schedule: what it was planned to take, and what it took. */
export const phaseDeliverySchema = z.object({
  title: z.string(),
  /** Index into the interview's questions. */
  question: z.number().int().min(0),
  plannedMs: z.number().min(0),
  /** Null when it was not reached. */
  spentMs: z.number().min(0).nullable(),
  /** The candidate's. */
  words: countSchema,
})
export type PhaseDelivery = z.infer<typeof phaseDeliverySchema>

/**
 * How an interview was told: counted from its words and stored times. Shown, never graded. It says nothing of accent, pauses or speed of speech,
 * which a text does not have.
 */
export const deliveryReportSchema = z.object({
  bands: deliveryBandsSchema,
  words: z.object({ candidate: countSchema, interviewer: countSchema }),
  /** The candidate's turns. `seconds` since the turn before was stored, thinking and typing included; null without times. */
  turns: z.array(z.object({ turn: z.number().int().min(1), words: countSchema, seconds: z.number().min(0).nullable() })),
  /** Words that soften: how often each was said, the most used first. */
  hedges: z.array(z.object({ phrase: z.string(), count: z.number().int().min(1) })),
  questions: z.array(questionDeliverySchema),
  /** Null when it is not known when the phases began. */
  phases: z.array(phaseDeliverySchema).nullable(),
  /** What could not be counted and why, a sentence each. */
  notCounted: z.array(z.string()),
})
export type DeliveryReport = z.infer<typeof deliveryReportSchema>

/** What the report is and is not, wherever it is shown. */
export const deliveryNote =
  'Counted from words, not from anybody’s accent or pauses. It stands beside the ratings and changes none of them.'
/** The same of the parts of a story. */
export const storyNote =
  'Each sentence is put into a part by cue words and by where it stands, and some land in the wrong one. The bands are what interview guides commonly recommend; good stories leave them.'
