import { z } from 'zod'
import { guideSchema, sampleAnswerSchema } from './guide.ts'
import { importedSchema } from './imported.ts'
import { languageSchema } from './language.ts'
import { rubricSchema } from './rubric.ts'
import { frameworkSchema } from './topic.ts'
import { companySchema, levelSchema, modeSchema, personaSchema, slugSchema, trackIdSchema } from './track.ts'

/** A phase as it stands in one interview, questions expanded. */
export const scheduledPhaseSchema = z.object({
  phase: slugSchema,
  title: z.string(),
  role: z.enum(['intro', 'work', 'wrap-up']),
  /** 0 where an imported transcript tells no times. */
  minutes: z.number().nonnegative(),
  /** Index into the interview's questions: the one this phase is about. */
  question: z.number().int().min(0),
  /** A candidate writes in it rather than talks. */
  writes: z.literal(true).optional(),
})
export type ScheduledPhase = z.infer<typeof scheduledPhaseSchema>

export const askedQuestionSchema = z.object({
  id: slugSchema,
  title: z.string(),
  /** The opening as the candidate hears it. */
  text: z.string(),
  /** Turn in which it was asked; null until then. */
  firstTurn: z.number().int().min(1).nullable(),
})
export type AskedQuestion = z.infer<typeof askedQuestionSchema>

/** How an interview is held; what is left unsaid is as it was before there was a choice. */
const manner = {
  company: companySchema.default('neutral'),
  /** Other than English only with a model-backed interviewer. */
  language: languageSchema.default('en'),
}

/** The durable record of one sitting. */
export const interviewSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  track: trackIdSchema,
  level: levelSchema,
  mode: modeSchema,
  persona: personaSchema,
  ...manner,
  /** 0 where an imported transcript tells no times. */
  minutes: z.number().int(),
  /** Whether a model or the rules speak, or a person did elsewhere; fixed at the start, each turn says who spoke it. */
  interviewer: z.enum(['rule-based', 'model', 'person']),
  questions: z.array(askedQuestionSchema).min(1),
  /** Ids of those whose guide the candidate had opened for study before. */
  prepared: z.array(slugSchema).default([]),
  schedule: z.array(scheduledPhaseSchema).min(1),
  status: z.enum(['running', 'ended']),
  /** Milliseconds in which the session ran; ruling 9. */
  elapsedMs: z.number().int().min(0),
  /** True when the candidate (or two minutes without a connection) paused it. */
  paused: z.boolean(),
  /** The unsent draft as last typed. */
  draft: z.string(),
  /** SHA-256 of the held content, hex. */
  contentHash: z.string(),
  createdAt: z.number().int(),
  endedAt: z.number().int().nullable(),
  /** Null for an interview that was held here. */
  imported: importedSchema.nullable().default(null),
})
export type Interview = z.infer<typeof interviewSchema>

/** The content an interview was held with, kept beside it so that re-scoring does not change under it. */
export const heldContentSchema = z.object({
  rubric: rubricSchema,
  questions: z.array(z.object({ id: slugSchema, guide: guideSchema, answers: z.array(sampleAnswerSchema) })),
})
export type HeldContent = z.infer<typeof heldContentSchema>

/** What a candidate chooses before beginning. */
export const interviewRequestSchema = z.object({
  track: trackIdSchema,
  level: levelSchema,
  minutes: z.number().int().min(5).max(90),
  mode: modeSchema,
  persona: personaSchema,
  ...manner,
  /** Questions on this framework may be asked as well; on none when unsaid. */
  framework: frameworkSchema.optional(),
  /** A question's id; unsaid means "surprise me". Further questions of the interview are always chosen for the candidate. */
  question: slugSchema.optional(),
})
export type InterviewRequest = z.infer<typeof interviewRequestSchema>
