import { z } from 'zod'
import { evidenceSchema } from './score.ts'
import { slugSchema } from './track.ts'

/** What somebody who only listens wrote down of a candidate's turn. Every quote in it is a slice of a stored turn. */
export const turnNotesSchema = z.object({
  /** The candidate's turn that was the last one read. */
  turn: z.number().int().min(1),
  /** Prompt and model that wrote them, such as "observe-turn@1:<model>". */
  observer: z.string(),
  /** Checks that the words show, in the words that show them. */
  shown: z.array(z.object({ check: slugSchema, degree: z.enum(['yes', 'partly']), evidence: evidenceSchema })),
  /** What the candidate decided. */
  decisions: z.array(evidenceSchema),
  /** Points left open, in the observer's own few words: for a prompt, never for a screen. */
  open: z.array(z.string()),
  /** Two things said that cannot both hold; null when nothing said now goes against anything said before. */
  contradiction: z.object({ earlier: evidenceSchema, now: evidenceSchema }).nullable(),
})
export type TurnNotes = z.infer<typeof turnNotesSchema>
