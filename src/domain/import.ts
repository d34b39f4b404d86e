import { z } from 'zod'
import { importQualitySchema, sourceFormatSchema, sourceSpeakerSchema, speakerRoleSchema, unreadPlaceSchema } from './imported.ts'
import { languageSchema } from './language.ts'
import { levelSchema, slugSchema, trackIdSchema } from './track.ts'
import { isBlank, speakerSchema, turnSchema } from './turn.ts'

/** Longest transcript that is imported, bytes of UTF-8. */
export const maxSourceBytes = 2 * 1024 * 1024

const sourceTextSchema = z
  .string()
  .refine((text) => !isBlank(text), 'holds no words')
  .refine(
    (text) => new TextEncoder().encode(text).length <= maxSourceBytes,
    'a transcript may have 2 MB. Leave out what is no part of the interview, or import it in two pieces',
  )
const fileNameSchema = z.string().min(1).max(255).nullable()

/** A part of a source as far as its interviewer's words tell; nothing is guessed that is not sure. */
export const guessedPartSchema = z.object({
  /** Number of the utterance that begins it, counted from 1 over the whole source. */
  from: z.number().int().min(1),
  track: trackIdSchema.nullable(),
  /** `id` null: the bank has no such question; `text` is then what the interviewer said. */
  question: z.object({ id: slugSchema.nullable(), text: z.string() }),
  /** Why, in a sentence; empty where nothing told. */
  because: z.string(),
})
export type GuessedPart = z.infer<typeof guessedPartSchema>

/** A source to look at: what would be made of it. `speakers`: who is who, once somebody said so. */
export const previewRequestSchema = z.strictObject({
  text: sourceTextSchema,
  fileName: fileNameSchema,
  speakers: z.array(sourceSpeakerSchema).max(500).optional(),
})
export type PreviewRequest = z.infer<typeof previewRequestSchema>

export const importPreviewSchema = z.object({
  format: sourceFormatSchema,
  /** A file that Hotseat itself wrote. */
  isOwnExport: z.boolean(),
  /** In the order of their first words; `role` as asked for, else as suggested. */
  speakers: z.array(
    z.object({
      label: z.string().nullable(),
      role: speakerRoleSchema,
      utterances: z.number(),
      words: z.number(),
      /** Beginnings of up to three of the longer things that they said. */
      samples: z.array(z.string()),
    }),
  ),
  utterances: z.number(),
  /** What would be stored of it, by these roles. */
  turns: z.object({ interviewer: z.number(), candidate: z.number() }),
  quality: importQualitySchema,
  timed: z.boolean(),
  /** Null where the source tells no times. */
  minutes: z.number().nullable(),
  /** The first of them. */
  unread: z.array(unreadPlaceSchema),
  unreadCount: z.number(),
  level: levelSchema.nullable(),
  parts: z.array(guessedPartSchema),
  /** Where a part may begin: what the interviewer says, shortened, and the number of its utterance. */
  asked: z.array(z.object({ from: z.number(), text: z.string() })),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** A question of the bank by its id, or one that the bank lacks in words of one's own. */
export const partQuestionSchema = z.union([
  z.strictObject({ id: slugSchema }),
  z.strictObject({ text: z.string().trim().min(1).max(4000) }),
])

export const importPartSchema = z.strictObject({
  /** As in a preview. What stands before the first part is left out. */
  from: z.number().int().min(1),
  track: trackIdSchema,
  level: levelSchema,
  question: partQuestionSchema,
})
export type ImportPart = z.infer<typeof importPartSchema>

export const importRequestSchema = z.strictObject({
  /** Given by the client, so that an import sent twice is stored once. */
  id: z.string().min(8).max(48),
  text: sourceTextSchema,
  fileName: fileNameSchema,
  speakers: z.array(sourceSpeakerSchema).min(1).max(500),
  language: languageSchema.default('en'),
  parts: z.array(importPartSchema).min(1).max(50),
})
export type ImportRequest = z.infer<typeof importRequestSchema>

/** What an import made. Parts of one track and level are questions of one interview. */
export const importedInterviewsSchema = z.object({
  interviews: z.array(z.object({ id: z.string(), track: trackIdSchema, title: z.string(), turns: z.number() })),
})
export type ImportedInterviews = z.infer<typeof importedInterviewsSchema>

/** Turns `first` to `last`, numbered as in the revision that the editor started from, and what they become. */
export const turnChangeSchema = z
  .strictObject({
    first: z.number().int().min(1),
    last: z.number().int().min(1),
    becomes: z
      .array(z.strictObject({ speaker: speakerSchema, text: z.string().refine((text) => !isBlank(text), 'a turn has words') }))
      .min(1)
      .max(100),
  })
  .refine(({ first, last }) => first <= last, 'ends before it begins')
export type TurnChange = z.infer<typeof turnChangeSchema>

/** An imported transcript as it stands, to be corrected. `begins`: numbers of the turns with which its questions begin. */
export const correctableSchema = z.object({
  title: z.string(),
  revision: z.number().int().min(1),
  turns: z.array(turnSchema.pick({ turn: true, speaker: true, text: true })),
  begins: z.array(z.number()),
})
export type Correctable = z.infer<typeof correctableSchema>

/** A correction of an imported transcript. */
export const correctionRequestSchema = z.strictObject({
  revision: z.number().int().min(1),
  changes: z.array(turnChangeSchema).min(1).max(5000),
})
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>
