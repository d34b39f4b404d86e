import { z } from 'zod'
import { moveSchema } from './move.ts'
import { probeKindSchema } from './rubric.ts'
import { evidenceSchema, fixSchema, verdictSchema } from './score.ts'
import { slugSchema } from './track.ts'

const turnNumber = z.number().int().min(1)
/** A check by what it belongs to. */
const checkRef = { criterion: slugSchema, check: slugSchema, means: z.string() }

/** Something that a turn showed; the words are those that the scorecard holds. */
const shownCheckSchema = z.object({
  ...checkRef,
  verdict: verdictSchema.extract(['yes', 'partly']),
  evidence: z.array(evidenceSchema).min(1),
  cappedBy: z.string().nullable(),
})
export type ShownCheck = z.infer<typeof shownCheckSchema>

/**
 * Something that a turn left open. `asked`: the interviewer's turn before was after it. `touched`: words here begin to show it. `near`: it never
 * came up, and of all turns this one spoke of what is nearest to it.
 */
const openCheckSchema = z.object({
  ...checkRef,
  because: z.enum(['asked', 'touched', 'near']),
  /** The words here that come nearest, when some do. */
  nearest: evidenceSchema.nullable(),
  /** The turn in which it was shown after all. */
  laterIn: turnNumber.nullable(),
})
export type OpenCheck = z.infer<typeof openCheckSchema>

/** An outline of a better answer, out of the candidate's own words and of what the guide looks for. Nothing in it is anybody's fact but theirs. */
const strongerSchema = z.object({
  /** Says that it is an example. */
  label: z.string(),
  /** Its steps in order. A blank for what only the speaker knows is `___`. */
  lines: z
    .array(
      z.object({
        /** keep: a sentence of the turn to build on. fill: the same with a blank where it is loose. figures: those that the turn holds already. */
        kind: z.enum(['keep', 'fill', 'add', 'figures']),
        text: z.string(),
        why: z.string().nullable(),
      }),
    )
    .min(1),
})
export type Stronger = z.infer<typeof strongerSchema>

/** One candidate turn, gone back over. */
export const turnReviewSchema = z.object({
  turn: turnNumber,
  shown: z.array(shownCheckSchema),
  open: z.array(openCheckSchema),
  stronger: strongerSchema.nullable(),
})
export type TurnReview = z.infer<typeof turnReviewSchema>

/** What the interviewer was after in one turn. */
export const askedReviewSchema = z.object({
  turn: turnNumber,
  /** The stored move's; null where there is none and the words alone are gone by. */
  move: z.enum(moveSchema.options.map(({ shape }) => shape.kind.value)).nullable(),
  probe: probeKindSchema.nullable(),
  /** In a sentence. */
  after: z.string(),
  check: z.object(checkRef).nullable(),
  /** The candidate's words that raised it, when they are known. */
  raisedBy: evidenceSchema.nullable(),
  /** Told by the words of the question: nobody stored what it was after. */
  isGuess: z.boolean(),
  /** Beyond what the declared level asks for: an answer that leaves it open lowers nothing. */
  isAboveBar: z.boolean(),
  /** The answer, and what it showed of the check; verdict null where no check is known. */
  answer: z.object({ turn: turnNumber, verdict: verdictSchema.nullable() }).nullable(),
})
export type AskedReview = z.infer<typeof askedReviewSchema>

/** Habits that cost candidates points, whatever the question. */
export const habitRules = [
  'long-answer',
  'filler',
  'we',
  'no-questions',
  'no-tension',
  'dodged',
  'no-role',
  'jargon',
  'hedge-first',
  'same-story',
  'no-ending',
  'no-so-what',
] as const
export const habitRuleSchema = z.enum(habitRules)
export type HabitRule = z.infer<typeof habitRuleSchema>

export const habitSchema = z.object({
  rule: habitRuleSchema,
  title: z.string(),
  /** The candidate's words that it shows in. */
  evidence: evidenceSchema,
  /** What was counted, in a sentence. */
  what: z.string(),
  why: z.string(),
  instead: z.string(),
})
export type Habit = z.infer<typeof habitSchema>

const rulesSchema = z.object({ titles: z.array(z.string()), reason: z.string() })
export const habitReportSchema = z.object({
  /** In the order of the transcript. */
  found: z.array(habitSchema),
  /** Titles of the rules that were looked for and not found. */
  clear: z.array(z.string()),
  /** Those that do not fit this track or this transcript, by the reason. */
  notLooked: z.array(rulesSchema),
})
export type HabitReport = z.infer<typeof habitReportSchema>

/** One moment as the interviewer may have seen it. */
export const momentSchema = z.object({ turn: turnNumber, evidence: evidenceSchema.nullable(), thought: z.string() })
export type Moment = z.infer<typeof momentSchema>

/** An opening that was not used: words that were near to something wanted, which nobody came to. */
export const missedSchema = z.object({ turn: turnNumber, evidence: evidenceSchema, ...checkRef })
export type Missed = z.infer<typeof missedSchema>

/** An interview gone back over: computed from its turns, what it was held with and its scorecard; nothing of it is stored or rated. */
export const reviewSchema = z.object({
  turns: z.array(turnReviewSchema),
  asked: z.array(askedReviewSchema),
  habits: habitReportSchema,
  fixes: z.array(fixSchema).max(3),
  keep: z.object({ criterion: slugSchema, what: z.string(), evidence: evidenceSchema }).nullable(),
  moments: z.array(momentSchema).max(3),
  missed: z.array(missedSchema),
  /** Hints given, by rung from 0 to 5; null where the moves are not known. */
  hints: z.array(z.number().int().min(0)).length(6).nullable(),
})
export type Review = z.infer<typeof reviewSchema>
