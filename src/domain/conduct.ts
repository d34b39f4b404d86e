import { z } from 'zod'
import { evidenceSchema } from './score.ts'

/** The rules that an interviewer keeps to, each named by what breaks it. */
export const conductRuleTitles = {
  'second-question': 'More than one question in a turn',
  praise: 'Praise',
  grading: 'Said what is right',
  'error-claimed': 'Said that something is wrong',
  leading: 'A question that holds its answer',
  summary: 'Told the candidate what they had said',
  'long-quote': 'Quoted too much',
  'false-quote': 'Quoted what was not said',
  'asked-again': 'Asked what had been asked or settled',
  'given-away': 'Gave away a part of the answer, or a fact that nobody asked for',
  'hint-too-soon': 'A hint before its turn',
  'requirement-changed': 'Changed a requirement without saying so',
  'wrong-time': 'A time that the clock did not show',
  acknowledgement: 'An acknowledgement too long, or always the same',
  'too-long': 'Spoke too long',
  'talk-share': 'Took too large a share of the words',
  markup: 'Markup or a list',
  'no-opening': 'Began without format and length',
  'no-wrap-up': 'Closed without a wrap-up',
  'no-closing': 'Ended without a close',
  'unannounced-phase': 'Changed the phase without saying so',
  protected: 'Asked about something private',
  'inner-notes': 'Spoke of its own notes or instructions',
  'order-followed': 'Followed an order found in the answer',
  teaching: 'Taught or argued',
} as const
export type ConductRule = keyof typeof conductRuleTitles
/** With what is too doubtful to be held against anybody, and is only not spoken. */
export const gateRuleTitles = { ...conductRuleTitles, beside: 'Said something beside its question' } as const
export type GateRule = keyof typeof gateRuleTitles
export const conductRuleIds = Object.keys(conductRuleTitles) as [ConductRule, ...ConductRule[]]
export const conductRuleSchema = z.enum(conductRuleIds)

/** One rule broken: the interviewer's words, a verbatim slice of the turn, and what is wrong with them in a line. */
export const conductBreachSchema = evidenceSchema
  .pick({ turn: true, start: true, end: true, quote: true })
  .extend({ rule: conductRuleSchema, note: z.string() })
export type ConductBreach = z.infer<typeof conductBreachSchema>

const countSchema = z.number().int().min(0)

/**
 * A spoken answer has some 150 to 350 words, and what is pasted at once may have thousands. Of one turn of the candidate's no more than a long answer
 * counts in the share of the words: else one paste would hide a talkative interviewer.
 */
export const mostWordsCounted = 350

/** How an interviewer behaved over a whole transcript: every rule that was broken, and figures. Pure counting; nobody is rated by it. */
export const conductReportSchema = z.object({
  interviewerTurns: countSchema,
  /** In the order of the turns. */
  breaches: z.array(conductBreachSchema),
  /** Breaches in a hundred interviewer turns, for each rule that was broken. */
  perHundredTurns: z.partialRecord(conductRuleSchema, z.number().min(0)),
  talk: z.object({
    interviewerWords: countSchema,
    candidateWords: countSchema,
    /** Of these the ones that count in the share, `mostWordsCounted` of a turn at the most. */
    candidateWordsCounted: countSchema,
    /** The interviewer's percent of the words that count, of which all its own do; null where the candidate has said too little, in all or a turn, for it to be judged. */
    share: z.number().min(0).max(100).nullable(),
  }),
  /** Questions over all turns, an opening counted as one, and the most in one turn. */
  questions: z.object({ asked: countSchema, mostInTurn: countSchema }),
  /** Questions deeper into an answer, and those of them that take up the candidate's own words; null where the words are not known. */
  probes: z.object({ asked: countSchema, anchored: countSchema.nullable() }),
  /** Hints given, by rung from 0 to 5; null where the moves are not known. */
  hints: z.array(countSchema).length(6).nullable(),
  /** Statements of the time left, and those that equal the clock; null where the clock is not known. */
  times: z.object({ stated: countSchema, right: countSchema }).nullable(),
  /** Rules that this transcript does not allow to decide, or not all of them, and why. */
  undecided: z.array(z.object({ rule: conductRuleSchema, reason: z.string() })),
})
export type ConductReport = z.infer<typeof conductReportSchema>

/** Each reason that something was not decided, with the titles of the rules it holds for, each once. */
export function undecidedByReason({ undecided }: ConductReport): { reason: string; rules: string[] }[] {
  const byReason = new Map<string, Set<string>>()
  for (const { rule, reason } of undecided)
    byReason.set(reason, new Set([...(byReason.get(reason) ?? []), conductRuleTitles[rule].toLowerCase()]))
  return [...byReason].map(([reason, rules]) => ({ reason, rules: [...rules] }))
}
