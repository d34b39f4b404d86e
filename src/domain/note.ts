import { z } from 'zod'
import { evidenceSchema } from './score.ts'

/** What one wrote oneself at words of any turn, the interviewer's as well; a highlight is a note without text. */
export const noteSchema = z.object({
  /** Given by the browser, so that a note sent twice is one note, and a deleted one can be put back. */
  id: z.string().min(8).max(64),
  /** The words as they stood when the note was made: a transcript that is corrected may lose them. */
  ...evidenceSchema.shape,
  text: z.string().max(4000),
  /** Epoch milliseconds. */
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
})
export type Note = z.infer<typeof noteSchema>

/** The words a note is at, and what is written; its id stands in the address. */
export const noteRequestSchema = z.strictObject({
  ...evidenceSchema.extend({ quote: z.string().min(1).max(16_000) }).shape,
  text: z.string().max(4000),
})
export type NoteRequest = z.infer<typeof noteRequestSchema>
