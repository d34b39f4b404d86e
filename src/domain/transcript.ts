import { z } from 'zod'
import { levelSchema, slugSchema, trackIdSchema } from './track.ts'
import { artifactSchema, speakerSchema } from './turn.ts'

const questionRefSchema = z.looseObject({ id: slugSchema, text: z.string(), firstTurn: z.number().int().min(1).optional() })

/** A turn as scoring and evidence see it. Here and everywhere in a transcript, unknown fields are kept. */
export const transcriptTurnSchema = z.looseObject({
  speaker: speakerSchema,
  text: z.string(),
  artifacts: z.array(artifactSchema.loose()).default([]),
  /** Id of the phase in which it was said, when known. */
  phase: z.string().optional(),
  /** Interviewer: the move as stored (see domain/move.ts), when known. */
  move: z.unknown().optional(),
})
export type TranscriptTurn = z.infer<typeof transcriptTurnSchema>

/**
 * One interview as scoring reads it: what `grade` is given and what `export --format json` writes. Turns are numbered from 1 by position.
 * The file form also admits a single `question` and a single `artifact`; transcript/ turns those into this.
 */
export const transcriptSchema = z.looseObject({
  id: z.string().min(1),
  track: trackIdSchema,
  level: levelSchema,
  /** BCP-47 tag of what was spoken; English when unsaid. */
  language: z.string().optional(),
  questions: z.array(questionRefSchema).min(1),
  turns: z.array(transcriptTurnSchema),
})
export type Transcript = z.infer<typeof transcriptSchema>
