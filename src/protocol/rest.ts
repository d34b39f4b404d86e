import { z } from 'zod'
import { appealSchema } from '#src/domain/appeal.ts'
import { conductReportSchema } from '#src/domain/conduct.ts'
import { deliveryReportSchema } from '#src/domain/delivery.ts'
import { keyPointSchema, sampleAnswerSchema } from '#src/domain/guide.ts'
import { importedSchema } from '#src/domain/imported.ts'
import { interviewSchema } from '#src/domain/interview.ts'
import { languageSchema } from '#src/domain/language.ts'
import { lastArtifactSchema } from '#src/domain/last-artifacts.ts'
import { noteSchema } from '#src/domain/note.ts'
import { redoSchema } from '#src/domain/redo.ts'
import { reviewSchema } from '#src/domain/review.ts'
import { criterionSchema, ratingSchema } from '#src/domain/rubric.ts'
import { recommendationSchema, scorecardSchema, scoreSchema } from '#src/domain/score.ts'
import { selfRatingSchema } from '#src/domain/self-rating.ts'
import { frameworkSchema } from '#src/domain/topic.ts'
import { companySchema, levelSchema, modeSchema, slugSchema, trackIdSchema } from '#src/domain/track.ts'
import { shownTurnSchema } from './frames.ts'

/** Longest body of a request, bytes. */
export const maxBodyBytes = 65_536
/** The same where a whole transcript is sent. */
export const maxImportBytes = 3 * 1024 * 1024

/** Every refusal and failure over HTTP. `message` is a sentence for a person: what was wrong and what to do. */
export const problemSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** What was deleted, by its id. */
export const deletedSchema = z.object({ deleted: z.string() })

/** Interviews that were deleted in one action, and until when they can be put back. */
export const deletionSchema = z.object({
  id: z.string(),
  interviews: z.array(z.string()),
  /** Epoch milliseconds. */
  undoUntil: z.number(),
})
export type Deletion = z.infer<typeof deletionSchema>
/** What was put back. */
export const undoneSchema = z.object({ interviews: z.array(z.string()) })

/** The launch token, exchanged for a cookie. */
export const accessRequestSchema = z.strictObject({ token: z.string().max(256) })
export const accessSchema = z.object({ access: z.literal('granted') })

/** Which model is in force; null when written rules interview and score. */
export const statusSchema = z.object({
  model: z
    .object({
      baseUrl: z.string(),
      interviewer: z.string(),
      scorer: z.string(),
      /** Whether the interviewer is sent pictures of the board. */
      seesPictures: z.boolean(),
    })
    .nullable(),
  notices: z.array(z.string()),
})
export type Status = z.infer<typeof statusSchema>

/** A track with the plans that its bank can fill, and its questions without their guides. */
export const offeredTrackSchema = z.object({
  id: trackIdSchema,
  title: z.string(),
  about: z.string(),
  plans: z.array(z.object({ minutes: z.number(), questions: z.number() })),
  questions: z.array(
    z.object({
      id: slugSchema,
      title: z.string(),
      levels: z.array(levelSchema),
      topics: z.array(slugSchema),
      framework: frameworkSchema.nullable(),
    }),
  ),
})
export type OfferedTrack = z.infer<typeof offeredTrackSchema>

/** A question in the library: what may be seen of it before it was tried. */
export const libraryQuestionSchema = z.object({
  id: slugSchema,
  track: trackIdSchema,
  title: z.string(),
  opening: z.string(),
  levels: z.array(levelSchema),
  topics: z.array(slugSchema),
  framework: frameworkSchema.nullable(),
  difficulty: z.number(),
  tests: z.string().nullable(),
  isOwn: z.boolean(),
  /** In interviews that are over; null when in none. `lastAt`: epoch milliseconds. */
  tried: z.object({ times: z.number(), lastAt: z.number() }).nullable(),
  isGuideRead: z.boolean(),
})
export type LibraryQuestion = z.infer<typeof libraryQuestionSchema>
export const librarySchema = z.object({
  topics: z.array(z.object({ id: slugSchema, title: z.string() })),
  questions: z.array(libraryQuestionSchema),
})
export type Library = z.infer<typeof librarySchema>

/** `forStudy`: open the guide although the question was never tried. */
export const studyRequestSchema = z.strictObject({ forStudy: z.boolean() })
/** A guide as it is studied: everything but word patterns, probes and hints. */
export const studyGuideSchema = z.object({
  criteria: z.array(
    z.object({
      title: z.string(),
      means: z.string(),
      points: z.array(
        keyPointSchema.pick({ point: true, why: true, level: true, weight: true }).extend({ drill: z.string().nullable() }),
      ),
    }),
  ),
  facts: z.array(z.string()),
  changes: z.array(z.string()),
  truths: z.array(z.string()),
  phases: z.array(z.object({ id: slugSchema, title: z.string() })),
  answers: z.array(sampleAnswerSchema),
})
export type StudyGuide = z.infer<typeof studyGuideSchema>

/** How far the scoring of an interview is. `finished`: titles of the criteria decided, never their ratings. */
export const scoringProgressSchema = z.object({
  scorer: z.enum(['rule-based', 'model']),
  status: z.enum(['queued', 'running', 'done', 'failed', 'too-short']),
  done: z.number(),
  total: z.number(),
  finished: z.array(z.string()),
  error: z.string().nullable(),
})
export type ScoringProgress = z.infer<typeof scoringProgressSchema>

/** One interview in the history. Times in milliseconds; dates as epoch milliseconds. */
export const interviewRowSchema = z.object({
  id: z.string(),
  track: trackIdSchema,
  level: levelSchema,
  mode: modeSchema,
  company: companySchema,
  language: languageSchema,
  minutes: z.number(),
  title: z.string(),
  /** Ids of those of its questions whose guide had been opened before. */
  prepared: z.array(slugSchema),
  status: z.enum(['running', 'ended']),
  elapsedMs: z.number(),
  turns: z.number(),
  createdAt: z.number(),
  endedAt: z.number().nullable(),
  scoring: scoringProgressSchema.nullable(),
  /** Null while the scorecard has not been opened: one may rate oneself first. */
  recommendation: recommendationSchema.nullable(),
  /** Null for one that was held here. */
  imported: importedSchema.pick({ format: true, fileName: true }).nullable(),
  isOpened: z.boolean(),
})
export type InterviewRow = z.infer<typeof interviewRowSchema>

/** An interview as the browser may see it. */
export const shownInterviewSchema = interviewSchema.omit({ ownerId: true, contentHash: true })
export type ShownInterview = z.infer<typeof shownInterviewSchema>

/** One interview as its room is opened. `takesPictures`: who interviews there is shown pictures of the board. */
export const openedInterviewSchema = shownInterviewSchema.extend({ takesPictures: z.boolean() })
export type OpenedInterview = z.infer<typeof openedInterviewSchema>

/** A scorecard with what it refers to; only here do sample answers leave the server. */
export const scoredInterviewSchema = z.object({
  scorecard: scorecardSchema,
  /** As the scorecard graded them: of an imported transcript that was corrected since, those of its revision. */
  turns: z.array(shownTurnSchema),
  criteria: z.array(criterionSchema),
  answers: z.array(z.object({ question: slugSchema, answers: z.array(sampleAnswerSchema) })),
  /** Null when the candidate did not rate themselves before the first scorecard was shown. */
  selfRating: selfRatingSchema.nullable(),
  /** Appeals against this scoring, oldest first. */
  appeals: z.array(appealSchema),
  /** Ids of the questions whose guide had been opened before the interview began. */
  prepared: z.array(slugSchema),
  /** How it was told: counted when it is read, never graded. */
  delivery: deliveryReportSchema,
  /** How the interviewer behaved: checked when it is read, stored nowhere. */
  conduct: conductReportSchema,
})
export type ScoredInterview = z.infer<typeof scoredInterviewSchema>

/** An interview gone back over, with all that it refers to. Nothing of the guide is in it while `scorecard` is null: too short to rate. */
export const reviewedInterviewSchema = z.object({
  interview: shownInterviewSchema,
  turns: z.array(shownTurnSchema),
  /** Empty without a scorecard. */
  criteria: z.array(criterionSchema),
  scorecard: scorecardSchema.nullable(),
  review: reviewSchema,
  /** One's own, in the order of the transcript. */
  notes: z.array(noteSchema),
  delivery: deliveryReportSchema,
})
export type ReviewedInterview = z.infer<typeof reviewedInterviewSchema>

/** The interview that ships as a sample: its scorecard and its review, as one's own are shown. */
export const sampleInterviewSchema = z.object({
  /** Who wrote it, and what for. */
  about: z.string(),
  interview: shownInterviewSchema,
  scored: scoredInterviewSchema,
  reviewed: reviewedInterviewSchema,
})
export type SampleInterview = z.infer<typeof sampleInterviewSchema>

/** What is asked when one part is answered again, how it was scored, and what was answered since. */
export const redoOfferSchema = z.object({
  question: slugSchema,
  asked: z.string(),
  /** Title of the criterion. */
  criterion: z.string(),
  original: scoreSchema,
  /** What last went with the first answers to the question: a new one is words alone. */
  artifacts: z.array(lastArtifactSchema),
  redos: z.array(redoSchema),
})
export type RedoOffer = z.infer<typeof redoOfferSchema>

/** What one is asked before the scorecard is shown: the criteria and what each rating takes, never what was looked for. */
export const selfRatingStandingSchema = z.object({
  criteria: z.array(criterionSchema.pick({ id: true, title: true, means: true, anchors: true })),
  selfRating: selfRatingSchema.nullable(),
  /** False once it was given or skipped, or the scorecard was shown. */
  isAsked: z.boolean(),
})
export type SelfRatingStanding = z.infer<typeof selfRatingStandingSchema>

/** One interview in the history of self-ratings: what the candidate said, beside what the newest scorecard shows. */
export const selfRatingRowSchema = z.object({
  interview: z.string(),
  track: trackIdSchema,
  level: levelSchema,
  title: z.string(),
  createdAt: z.number(),
  /** `shown`: null where the criterion is unscored. */
  differences: z.array(
    z.object({ criterion: slugSchema, title: z.string(), said: ratingSchema, shown: ratingSchema.nullable() }),
  ),
})
export type SelfRatingRow = z.infer<typeof selfRatingRowSchema>

/** The settings in force. The key itself is never sent. */
export const settingsSchema = z.object({
  model: z
    .object({
      baseUrl: z.string(),
      interviewer: z.string(),
      scorer: z.string(),
      hasKey: z.boolean(),
      /** Whether the interviewer is sent pictures of the board. */
      seesPictures: z.boolean(),
      scorerRepeats: z.number(),
      contextTokens: z.number(),
      /** For a million tokens. */
      prices: z.object({ in: z.number(), out: z.number() }).nullable(),
    })
    .nullable(),
  notices: z.array(z.string()),
  /** What HOTSEAT_CONTENT added to the bank; null when it is unset. */
  ownQuestions: z.object({ folder: z.string(), count: z.number(), faults: z.array(z.string()) }).nullable(),
})
export type Settings = z.infer<typeof settingsSchema>

/** What a test of one model found. */
export const modelCheckSchema = z.object({
  model: z.string(),
  reachable: z.boolean(),
  streams: z.boolean(),
  structuredOutput: z.string().nullable(),
  firstTokenMs: z.number().nullable(),
  problem: z.string().nullable(),
})
export type ModelCheck = z.infer<typeof modelCheckSchema>

export const exportFormatSchema = z.enum(['json', 'markdown', 'html'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** Longest file that is restored over HTTP, bytes; the command line takes larger ones. */
export const maxRestoreBytes = 64 * 1024 * 1024

/** What became of one file, or of one interview of an archive. `here`: it was there already, and nothing was stored. */
export const restoredFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['restored', 'here']), file: z.string(), id: z.string(), title: z.string() }),
  z.object({ kind: z.literal('failed'), file: z.string(), reason: z.string() }),
])
export type RestoredFile = z.infer<typeof restoredFileSchema>
