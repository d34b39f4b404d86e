import { z } from 'zod'
import { probeKindSchema } from './rubric.ts'

const rungSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Rung = z.infer<typeof rungSchema>

/** Words of one candidate turn, verbatim, twelve at most. */
const quotedSchema = z.object({ turn: z.number().int().min(1), quote: z.string() })

/** What the board or the code pad leaves open, as far as it can be seen there. */
export const gapKindSchema = z.enum([
  /** A queue that something is put into, and nothing taken out of; and the other way round. */
  'queue-unread',
  'queue-unwritten',
  /** A client with a line to a database and nothing between them. */
  'client-to-database',
  /** An arrow that ends at no part, or comes from none. */
  'arrow-to-nothing',
  'arrow-from-nothing',
  /** A part that has no name, beside one that has. */
  'part-unlabelled',
  /** A part without an arrow among others that have some. */
  'part-alone',
  /** Code: a loop in a loop. */
  'loop-in-loop',
  /** Nothing was written, only told; `at` is the phase that wants it written. */
  'query-unwritten',
  'code-unwritten',
])
export type GapKind = z.infer<typeof gapKindSchema>

/** `at`: the label of the part it is about, the number of the line of code, or a phase. */
export const gapSchema = z.object({ kind: gapKindSchema, at: z.string().min(1).max(240) })
export type Gap = z.infer<typeof gapSchema>

/** What the interviewer decided to do with one turn. Stored with the turn; where an interview stands is derived from them. */
export const moveSchema = z.discriminatedUnion('kind', [
  /** Format, length, and the opening of the first question. */
  z.object({ kind: z.literal('open') }),
  /**
   * Answers a clarifying question: with one fact of the fact sheet, or null for "assume what you need and say so".
   * `also`: further facts, when one turn asked for several and the answers are short. `partly`: facts of which only a part was told.
   */
  z.object({
    kind: z.literal('answer'),
    fact: z.string().nullable(),
    also: z.array(z.string()).optional(),
    partly: z.array(z.string()).optional(),
  }),
  /** Says the question again when asked. */
  z.object({ kind: z.literal('repeat') }),
  /**
   * A question deeper into one check. `aboveBar`: beyond what the declared level asks for, so that not meeting it lowers nothing. `beyond`: beyond what was
   * told of it, which had shown it.
   */
  z.object({
    kind: z.literal('probe'),
    check: z.string(),
    probe: probeKindSchema,
    aboveBar: z.literal(true).optional(),
    beyond: z.literal(true).optional(),
  }),
  /**
   * Asks about one of three: a `misconception` of the guide that was said, a `contradiction`: two things that do not go together, or a `gap` in what
   * was drawn or typed.
   */
  z.object({
    kind: z.literal('challenge'),
    misconception: z.string().optional(),
    contradiction: z.object({ earlier: quotedSchema, later: quotedSchema }).optional(),
    gap: gapSchema.optional(),
  }),
  z.object({ kind: z.literal('hint'), rung: rungSchema, aims: z.array(z.string()) }),
  z.object({ kind: z.literal('change-requirement'), change: z.string() }),
  /** Lets the candidate go on: a neutral acknowledgement, nothing asked for in particular. */
  z.object({ kind: z.literal('listen') }),
  /** Brings back to the question: off topic, an order to the interviewer, a plea for the answer or a grade. */
  z.object({ kind: z.literal('steer') }),
  /** Lets the candidate think, who asked for time: silence is left alone for longer. */
  z.object({ kind: z.literal('wait') }),
  /**
   * Practice, on request: what the last answer showed, by its own words, and one `criterion` that is still open, by name; null when none is.
   * What was asked stays asked.
   */
  z.object({ kind: z.literal('coach'), criterion: z.string().nullable() }),
  /** After long silence. */
  z.object({ kind: z.literal('nudge') }),
  /**
   * Enters the phase at this index of the interview's schedule; into a wrap-up it asks for the candidate's own questions.
   * Leaving the introduction it may answer with `facts`, since the candidate has begun already; `partly` as in an answer. Where what the phase's openers ask for was told, it
   * goes on with a `probe` of a `check` that is open; else `asksFor` names the standing checks that its opener asks for.
   */
  z.object({
    kind: z.literal('next-phase'),
    phase: z.number().int(),
    facts: z.array(z.string()).optional(),
    partly: z.array(z.string()).optional(),
    check: z.string().optional(),
    probe: probeKindSchema.optional(),
    asksFor: z.array(z.string()).optional(),
  }),
  /** Replies to the candidate's own question in the wrap-up. */
  z.object({ kind: z.literal('reply') }),
  /** Thanks and ends. */
  z.object({ kind: z.literal('close'), reason: z.enum(['finished', 'time-up', 'ended-by-candidate']) }),
])
export type Move = z.infer<typeof moveSchema>
export type MoveKind = Move['kind']

/** Moves beside the conversation: the question that was asked before them is still the one to answer. */
const besideQuestion: ReadonlySet<MoveKind> = new Set<MoveKind>(['wait', 'coach'])
export const leavesQuestionOpen = (move: Move): boolean => besideQuestion.has(move.kind)

/** Goes beyond what was told of a check: what is said to it lacks nothing of the check. */
export const asksBeyond = (move: Move | null): boolean => move?.kind === 'probe' && move.beyond === true

/** The check that a move asks about; null for a move that asks about none. */
export const checkAskedBy = (move: Move | null): string | null =>
  move?.kind === 'probe' || move?.kind === 'next-phase' ? (move.check ?? null) : null

/** Begins a question or a part of the interview with its opening, and not by going on from what was said. */
export const opensPart = (move: Move): boolean => move.kind === 'open' || (move.kind === 'next-phase' && move.check === undefined)

/** The facts that a move tells whole, in order. */
export function factsOf(move: Move): string[] {
  if (move.kind === 'answer') return [move.fact, ...(move.also ?? [])].filter((id) => id !== null)
  return move.kind === 'next-phase' ? [...(move.facts ?? [])] : []
}

/** The facts of which a move tells a part: what is left of them may still be asked for. */
export const factsPartlyIn = (move: Move): string[] =>
  move.kind === 'answer' || move.kind === 'next-phase' ? [...(move.partly ?? [])] : []

/** Puts a question of its own that waits for an answer, rather than inviting whatever comes. */
export const putsQuestion = (move: Move): boolean =>
  move.kind === 'probe' ||
  move.kind === 'challenge' ||
  move.kind === 'hint' ||
  move.kind === 'repeat' ||
  move.kind === 'change-requirement' ||
  (move.kind === 'next-phase' && (move.check !== undefined || move.asksFor !== undefined))
