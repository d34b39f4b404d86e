import { z } from 'zod'
import { scoreSchema } from './score.ts'
import { slugSchema } from './track.ts'

/** One part answered again: which check of which question it goes back to, and the new words. */
export const redoRequestSchema = z.strictObject({
  /** Given by the browser, so that words sent twice are stored once. */
  id: z.string().min(8).max(64),
  criterion: slugSchema,
  check: slugSchema,
  text: z.string().trim().min(1).max(16_000),
})
export type RedoRequest = z.infer<typeof redoRequestSchema>

/** An answer given again. The original is never touched; this one is graded alone, as a transcript of its own. */
export const redoSchema = z.object({
  id: z.string(),
  question: slugSchema,
  criterion: slugSchema,
  check: slugSchema,
  /** What was asked. */
  asked: z.string(),
  text: z.string(),
  /** The criterion as it was scored for that question before. */
  original: scoreSchema,
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('grading') }),
    z.object({ kind: z.literal('graded'), scorer: z.string(), score: scoreSchema }),
    z.object({ kind: z.literal('failed'), reason: z.string() }),
  ]),
  createdAt: z.number().int(),
})
export type Redo = z.infer<typeof redoSchema>
