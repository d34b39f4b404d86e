import { z } from 'zod'
import { languageSchema } from '#src/domain/language.ts'
import { ratingSchema } from '#src/domain/rubric.ts'
import { scoreSchema } from '#src/domain/score.ts'
import { levelSchema, slugSchema, trackIdSchema } from '#src/domain/track.ts'
import { artifactSchema, speakerSchema } from '#src/domain/turn.ts'
import { shownTurnSchema } from './frames.ts'

/** In a query, where everything is text. */
const time = z.coerce.number().int()
const pageSize = z.coerce.number().int().min(1).max(500)

/** Which interviews, and which page of them; all of them when nothing is said. `before`: id of the interview that the page follows. */
export const interviewQuerySchema = z.object({
  track: trackIdSchema.optional(),
  level: levelSchema.optional(),
  status: z.enum(['running', 'ended']).optional(),
  question: slugSchema.optional(),
  from: time.optional(),
  to: time.optional(),
  before: z.string().max(64).optional(),
  limit: pageSize.optional(),
})
export type InterviewQuery = z.infer<typeof interviewQuerySchema>

/** Words as somebody types them, and what narrows the search. Times are epoch milliseconds, `to` not included. */
export const searchQuerySchema = z.object({
  words: z.string().max(400),
  track: trackIdSchema.optional(),
  level: levelSchema.optional(),
  speaker: speakerSchema.optional(),
  question: slugSchema.optional(),
  from: time.optional(),
  to: time.optional(),
  order: z.enum(['newest', 'best']).default('newest'),
  cursor: z.string().max(32).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type SearchQuery = z.input<typeof searchQuerySchema>

const foundInterviewSchema = z.object({
  interview: z.string(),
  track: trackIdSchema,
  level: levelSchema,
  title: z.string(),
  createdAt: z.number(),
})
/** What a search found: `marks` are places in the snippet, UTF-16 offsets. Titles come with the first page only. */
export const searchResultSchema = z.object({
  titles: z.array(foundInterviewSchema),
  turns: z.array(
    foundInterviewSchema.extend({
      turn: z.number(),
      speaker: speakerSchema,
      snippet: z.string(),
      marks: z.array(z.object({ start: z.number(), end: z.number() })),
    }),
  ),
  /** What the next page is asked for by; null when there is none. */
  next: z.string().nullable(),
})
export type SearchResult = z.infer<typeof searchResultSchema>

export const trendSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too-few'), n: z.number() }),
  z.object({
    kind: z.literal('trend'),
    n: z.number(),
    median: z.number(),
    /** The whole range. */
    low: ratingSchema,
    high: ratingSchema,
    direction: z.enum(['up', 'down', 'none']),
  }),
])

const weakCheckSchema = z.object({
  criterion: slugSchema,
  criterionTitle: z.string(),
  check: slugSchema,
  means: z.string(),
  times: z.number(),
  met: z.number(),
  partly: z.number(),
  no: z.number(),
  notShown: z.number(),
  unmet: z.array(
    z.object({ interview: z.string(), title: z.string(), createdAt: z.number(), verdict: z.enum(['no', 'not-shown']) }),
  ),
})
const because = { criterion: slugSchema, check: slugSchema, means: z.string(), unmet: z.number(), times: z.number() }

/** What many scorecards of one track come to, as far as they were opened. */
export const progressSchema = z.object({
  /** Tracks with an opened scorecard, and how many. */
  tracks: z.array(z.object({ track: trackIdSchema, count: z.number() })),
  track: trackIdSchema,
  level: levelSchema,
  /** Levels that this track was rated at. */
  levels: z.array(levelSchema),
  /** Of that level, the oldest first. `apart`: why it is shown and does not count. */
  sittings: z.array(
    z.object({
      interview: z.string(),
      title: z.string(),
      createdAt: z.number(),
      apart: z.enum(['imported', 'prepared', 'asked-before', 'another-scorer']).nullable(),
    }),
  ),
  /** `ratings`: one a sitting; null where unscored. */
  criteria: z.array(
    z.object({ criterion: slugSchema, title: z.string(), ratings: z.array(ratingSchema.nullable()), trend: trendSchema }),
  ),
  /** Over so many interviews of the track, the newest. */
  checkedOver: z.number(),
  weak: z.array(weakCheckSchema),
  suggestions: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('question'), question: slugSchema, title: z.string(), because: z.object(because) }),
      z.object({ kind: z.literal('redo'), interview: z.string(), title: z.string(), because: z.object(because) }),
    ]),
  ),
})
export type Progress = z.infer<typeof progressSchema>

/** Questions to be asked again, due or to come, the earliest first. `now`: by the server's clock. */
export const reasksSchema = z.object({
  now: z.number(),
  questions: z.array(
    z.object({
      track: trackIdSchema,
      question: slugSchema,
      title: z.string(),
      interview: z.string(),
      dueAt: z.number(),
      step: z.number(),
    }),
  ),
})
export type Reasks = z.infer<typeof reasksSchema>
export const reaskSchema = z.strictObject({ track: trackIdSchema, question: slugSchema })

/** One attempt at a question, as it is laid beside another: a whole interview's, or a part answered again. */
export const attemptSchema = z.object({
  kind: z.enum(['interview', 'redo']),
  interview: z.string(),
  createdAt: z.number(),
  level: levelSchema,
  language: languageSchema,
  scorer: z.string(),
  isPrepared: z.boolean(),
  isImported: z.boolean(),
  /** Hash of the content it was held with. */
  contentHash: z.string(),
  scores: z.array(scoreSchema),
  /** Which check was answered again; null for an interview. */
  redo: z.object({ criterion: slugSchema, check: slugSchema }).nullable(),
  /** Of the whole interview: milliseconds, null where no times are known; words of the candidate; hints taken. */
  figures: z.object({ elapsedMs: z.number().nullable(), words: z.number(), hints: z.number() }),
  /** What it consists of: the phases about the question in their order, with the turns in each and the words of both speakers. */
  phases: z.array(z.object({ id: slugSchema, title: z.string(), turns: z.number(), words: z.number() })),
  /** What went with the candidate's turns about the question. */
  artifacts: z.array(artifactSchema.shape.kind),
  /** Of each quote that stands in code or SQL: the line in which it begins, counted from 1. */
  lines: z.array(z.object({ turn: z.number(), artifact: z.string(), start: z.number(), line: z.number() })),
})
export type Attempt = z.infer<typeof attemptSchema>

/** A turn as it is read beside another attempt's; `phase` is the id of one of the attempt's. */
export const comparedTurnSchema = shownTurnSchema
  .pick({ turn: true, speaker: true, text: true, artifacts: true })
  .extend({ phase: slugSchema })
export type ComparedTurn = z.infer<typeof comparedTurnSchema>

/** What was said and shown in both attempts about the question that they share. */
export const comparedTurnsSchema = z.object({ first: z.array(comparedTurnSchema), second: z.array(comparedTurnSchema) })
export type ComparedTurns = z.infer<typeof comparedTurnsSchema>

export const comparisonSchema = z.object({
  question: slugSchema,
  title: z.string(),
  track: trackIdSchema,
  criteria: z.array(z.object({ id: slugSchema, title: z.string() })),
  first: attemptSchema,
  second: attemptSchema,
})
export type Comparison = z.infer<typeof comparisonSchema>

/** What an interview can be laid beside: other opened interviews on one of its questions, and its redos that were graded. The newest first. */
export const comparableSchema = z.array(
  z.object({
    kind: z.enum(['interview', 'redo']),
    id: z.string(),
    title: z.string(),
    level: levelSchema,
    createdAt: z.number(),
  }),
)
