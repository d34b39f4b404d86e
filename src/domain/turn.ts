import { z } from 'zod'
import { moveSchema } from './move.ts'

export const speakerSchema = z.enum(['interviewer', 'candidate'])
export type Speaker = z.infer<typeof speakerSchema>

/** Code, SQL or a drawing in text that goes with a turn. */
export const artifactSchema = z.object({
  id: z.string().min(1).max(64),
  kind: z.enum(['code', 'case-results', 'sql', 'sql-result', 'board', 'text']),
  text: z.string(),
  language: z.string().max(32).optional(),
  /** Board: what was drawn, as its editor keeps it. Only in files; the database has it under its revision. */
  scene: z.unknown().optional(),
  /** Board: which of the interview's boards this was. */
  revision: z.number().int().min(1).optional(),
})
export type Artifact = z.infer<typeof artifactSchema>

/** False for what a database answered and what a run of the question's cases came to: it goes with a turn, nobody said it, and a browser can tell anything. */
export const isCandidatesOwn = ({ kind }: Artifact): boolean => kind !== 'sql-result' && kind !== 'case-results'

/** One uninterrupted contribution by one speaker; immutable once stored. */
export const turnSchema = z.object({
  /** Counted from 1 over both speakers. */
  turn: z.number().int().min(1),
  speaker: speakerSchema,
  text: z.string(),
  artifacts: z.array(artifactSchema),
  /** Index into the interview's schedule: the phase that the turn belongs to. */
  phase: z.number().int().min(0),
  /** Milliseconds of running interview time when the turn was stored. */
  elapsedMs: z.number().int().min(0),
  /** Epoch milliseconds. */
  createdAt: z.number().int(),
  /** Candidate: the id the browser gave it. */
  clientTurnId: z.string().nullable(),
  /** Interviewer: what it decided to do, and who spoke ("rule-based@1", "model:<name>"). */
  move: moveSchema.nullable(),
  spokenBy: z.string().nullable(),
  /** Interviewer: the candidate spoke before it had finished. */
  interrupted: z.boolean(),
})
export type Turn = z.infer<typeof turnSchema>

/** Nothing in it that can be read: white space, and characters that no eye sees. */
export const isBlank = (text: string): boolean => /^[\s\p{Cc}\p{Cf}]*$/u.test(text)

/** Whether two contributions have the same words and the same artifacts. */
export const isSameContribution = (a: Pick<Turn, 'text' | 'artifacts'>, b: Pick<Turn, 'text' | 'artifacts'>): boolean =>
  a.text === b.text && JSON.stringify(a.artifacts) === JSON.stringify(b.artifacts)
