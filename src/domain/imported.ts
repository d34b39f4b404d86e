import { z } from 'zod'
import { speakerSchema } from './turn.ts'

/** Forms of a transcript that can be read. `json` and `markdown` are other people's; those that Hotseat wrote itself come back whole. */
export const sourceFormatSchema = z.enum([
  'hotseat-json',
  'hotseat-markdown',
  'json',
  'markdown',
  'text',
  'webvtt',
  'srt',
  'zoom',
  'google-meet',
  'teams',
  'otter',
])
export type SourceFormat = z.infer<typeof sourceFormatSchema>

/** A place of the source that could not be read, or was left out on purpose; nothing of it is in the turns. */
export const unreadPlaceSchema = z.object({
  /** Counted from 1. */
  line: z.number().int().min(1),
  /** The line, shortened. */
  text: z.string(),
  reason: z.string(),
})
export type UnreadPlace = z.infer<typeof unreadPlaceSchema>

/** Whom a label of the source stands for; what is left out is in no turn. */
export const speakerRoleSchema = z.union([speakerSchema, z.literal('left-out')])
export type SpeakerRole = z.infer<typeof speakerRoleSchema>

export const sourceSpeakerSchema = z.object({
  /** As the source writes it; null where it names nobody. */
  label: z.string().nullable(),
  role: speakerRoleSchema,
})
export type SourceSpeaker = z.infer<typeof sourceSpeakerSchema>

/**
 * How much of a source was read: `share` of its contributions have a speaker and words. Above 0.8 it is full, from 0.6 flagged, below that partial.
 */
export const importQualitySchema = z.object({
  verdict: z.enum(['full', 'flagged', 'partial']),
  share: z.number().min(0).max(1),
})
export type ImportQuality = z.infer<typeof importQualitySchema>

/** Where an interview that was not held here came from. */
export const importedSchema = z.object({
  format: sourceFormatSchema,
  /** Null where it was pasted. */
  fileName: z.string().nullable(),
  /** Epoch milliseconds. */
  importedAt: z.number().int(),
  /** 1 as imported; one more with every correction of the transcript. */
  revision: z.number().int().min(1),
  /** Whether the source told times: without, `elapsedMs` of its turns is 0 and means nothing. */
  timed: z.boolean(),
  quality: importQualitySchema,
  speakers: z.array(sourceSpeakerSchema),
  unread: z.array(unreadPlaceSchema),
  /** The same for all interviews that were parts of one source; null for a source that was one. */
  group: z.string().nullable(),
  /** Fields of a JSON source that nobody here knows; written back on export. */
  extra: z.record(z.string(), z.unknown()),
})
export type Imported = z.infer<typeof importedSchema>
