import { z } from 'zod'
import { callUsageSchema } from './call-usage.ts'
import { ratingSchema } from './rubric.ts'
import { levelSchema, slugSchema } from './track.ts'

/** The only thing a scorer decides. `not-shown`: it never came up; `no`: it came up and was not met. */
export const verdictSchema = z.enum(['yes', 'partly', 'no', 'not-shown'])
export type Verdict = z.infer<typeof verdictSchema>

/** A slice of a stored candidate turn: `text.slice(start, end) === quote`, UTF-16 offsets. */
export const evidenceSchema = z.object({
  turn: z.number().int().min(1),
  /** Id of the artifact that the slice is of; unsaid means the turn's text. */
  artifact: z.string().optional(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  quote: z.string().min(1),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** One check as decided for one question. */
export const checkResultSchema = z.object({
  /** Standing check's or key point's id. */
  check: slugSchema,
  source: z.enum(['standing', 'key-point']),
  /** What a yes would mean, in words. */
  means: z.string(),
  verdict: verdictSchema,
  evidence: z.array(evidenceSchema),
  /** Why the verdict is lower than the words alone would give: a hint, the interviewer said it first, a guard. */
  cappedBy: z.string().nullable(),
})
export type CheckResult = z.infer<typeof checkResultSchema>

/** Quotes that a scorer claimed, and those of them found in the candidate's words. */
export const quoteCountSchema = z.object({ claimed: z.number().int().min(0), verified: z.number().int().min(0) })
export type QuoteCount = z.infer<typeof quoteCountSchema>

/** Another scorer's rating, two or more apart from the one it stands `against`: somebody should look again. It changes no rating. */
export const secondLookSchema = z.object({ scorer: z.string(), rating: ratingSchema, against: ratingSchema })
export type SecondLook = z.infer<typeof secondLookSchema>

/** How a score came about; scores from before these were kept lack them. */
const madeOf = {
  quotes: quoteCountSchema.optional(),
  usage: callUsageSchema.optional(),
  /** Of a scorer that goes by words: how specific they are, which its rating rests on too (evidence/specificity.ts). */
  specificity: z.number().optional(),
}

/** Rating + evidence + rationale for one criterion of one question, or unscored with a reason. */
export const scoreSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rated'),
    criterion: slugSchema,
    rating: ratingSchema,
    rationale: z.string(),
    evidence: z.array(evidenceSchema),
    checks: z.array(checkResultSchema),
    /** Ratings that the same checks give against each level's bar. */
    byLevel: z.record(levelSchema, ratingSchema),
    /** What each run alone would have given, when the scorer was asked more than once; null for a run that failed. */
    runs: z.array(ratingSchema.nullable()).optional(),
    secondLook: secondLookSchema.optional(),
    ...madeOf,
  }),
  z.object({
    kind: z.literal('unscored'),
    criterion: slugSchema,
    reason: z.string(),
    checks: z.array(checkResultSchema),
    ...madeOf,
  }),
])
export type Score = z.infer<typeof scoreSchema>

export const recommendations = ['strong-no-hire', 'lean-no-hire', 'lean-hire', 'strong-hire'] as const
export const recommendationSchema = z.enum(recommendations)
export type Recommendation = z.infer<typeof recommendationSchema>

/** Why a sentence was set aside: it is no evidence of anything, whoever scores. */
export const guards = [
  'addresses-grader',
  'hidden-characters',
  'forged-record',
  'quotes-rubric',
  'repeated',
  'echo',
  'another-question',
  'list-of-terms',
  'no-content',
] as const
export const guardSchema = z.enum(guards)
export type Guard = z.infer<typeof guardSchema>

/** The same, said to the candidate. */
export const guardReasons: Record<Guard, string> = {
  'addresses-grader': 'speaks to whoever grades, not about the task',
  'hidden-characters': 'hides characters or text from the eye',
  'forged-record': 'pretends to be a record of the interview or of its scores',
  'quotes-rubric': 'repeats what a good answer is said to show',
  repeated: 'was said before, or says of itself that it was',
  echo: 'gives back what the interviewer said',
  'another-question': 'answers something else: next to nothing of it has to do with the question or the rest of the talk',
  'no-content': 'would fit any answer to any question',
  'list-of-terms': 'lists terms or figures without saying how they bear on one another',
}

/** Words of the candidate that no scorer was allowed to rest on. */
export const setAsideSchema = z.object({ guard: guardSchema, ...evidenceSchema.shape })
export type SetAside = z.infer<typeof setAsideSchema>

/** One thing to work on: what was said or missing, why it matters, what to do about it. */
export const fixSchema = z.object({
  criterion: slugSchema,
  check: slugSchema,
  what: z.string(),
  why: z.string(),
  drill: z.string(),
  /** The candidate's nearest words, when there are any. */
  evidence: evidenceSchema.nullable(),
})

/** What the candidate reads afterwards. */
export const debriefSchema = z.object({
  /** Checks that were met, strongest first, each with its words. */
  carried: z.array(z.object({ criterion: slugSchema, check: slugSchema, what: z.string(), evidence: evidenceSchema })),
  fixes: z.array(fixSchema).max(3),
  /** What the first level whose bar is not met would have needed; null where all are met. */
  nextLevel: z.object({ level: levelSchema, lacks: z.array(z.string()) }).nullable(),
  /** Highest level whose bar (lean-hire) the same checks meet; null when none. */
  meets: levelSchema.nullable(),
})
export type Debrief = z.infer<typeof debriefSchema>

/** What one granted appeal changed. */
export const appealChangeSchema = z.object({
  question: slugSchema,
  criterion: slugSchema,
  check: slugSchema,
  means: z.string(),
  from: verdictSchema,
  to: verdictSchema,
  quote: evidenceSchema,
  /** Ratings over all questions that moved with it; null is unscored. */
  ratings: z.array(z.object({ criterion: slugSchema, from: ratingSchema.nullable(), to: ratingSchema.nullable() })),
  recommendation: z.object({ from: recommendationSchema.nullable(), to: recommendationSchema.nullable() }),
})
export type AppealChange = z.infer<typeof appealChangeSchema>

/** All scores of an interview and what follows from them. */
export const scorecardSchema = z.object({
  /** Who scored, and with what: "rule-based@1" or "model@1:<name>". */
  scorer: z.string(),
  /** Model and prompt versions, content hash: what made this scorecard. */
  stamp: z.record(z.string(), z.string()),
  /** One per criterion, over all questions (ruling 4). */
  scores: z.array(scoreSchema),
  /** The scores of each question alone, in the interview's order. */
  perQuestion: z.array(z.object({ question: slugSchema, scores: z.array(scoreSchema) })),
  /** Weighted mean of the ratings; null when there is no recommendation. */
  mean: z.number().nullable(),
  recommendation: recommendationSchema.nullable(),
  /** Why there is no recommendation, or what was rescaled to reach it; null when nothing needs saying. */
  note: z.string().nullable(),
  /** What was no evidence of anything, and why; empty on scorecards from before this was kept. */
  setAside: z.array(setAsideSchema).default([]),
  debrief: debriefSchema,
  /** What appeals changed since the scorer made it, in order; unsaid when nothing. */
  appeals: z.array(appealChangeSchema).optional(),
  /** Over all criteria of all questions. */
  quotes: quoteCountSchema.optional(),
  /** Unsaid for a scorer without a model. `cost` by the prices set at the time; unsaid without them. */
  usage: callUsageSchema.extend({ cost: z.number().optional() }).optional(),
})
export type Scorecard = z.infer<typeof scorecardSchema>

/** The revision of an imported transcript that a scorecard graded, by its stamp. */
export const gradedRevision = ({ stamp }: Pick<Scorecard, 'stamp'>): number => Number(stamp.transcript ?? 1)
