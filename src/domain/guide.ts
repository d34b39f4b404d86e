import { z } from 'zod'
import { casesSchema } from './exercise.ts'
import { patternsSchema } from './pattern.ts'
import { endedSchema, probeSchema, wordingsOf } from './rubric.ts'
import { frameworkSchema } from './topic.ts'
import { levelSchema, slugSchema, trackIdSchema } from './track.ts'

/** What the interviewer knows about the question and tells only when asked. */
export const factSchema = z.strictObject({
  id: slugSchema,
  /** Words by which the candidate's question is recognised. */
  asked: patternsSchema,
  /** The answer, as the interviewer says it: one or two spoken sentences, at most 40 words. */
  fact: z.string().min(3).max(300),
})
export type Fact = z.infer<typeof factSchema>

/** Something that the candidate may do to a system that is looked at, and that changes what it shows: what mends it, and what looks as if it would. */
export const stepSchema = z.strictObject({
  /** No fact of the guide has it: a step that was taken is told by its id, as a fact is. */
  id: slugSchema,
  /** Words for the deed, in the first group of a pattern and before the others, and for what it is done to. Whether somebody does it, or only speaks of it, is known of all steps alike. */
  taken: patternsSchema,
  /** Steps without all of which this one is not known: before them it changes nothing, or shows something else, for which there is a step of its own. */
  onlyAfter: z.array(slugSchema).min(1).optional(),
  /** The same of steps of which one is enough. */
  onlyAfterOneOf: z.array(slugSchema).min(2).optional(),
  /** Steps after which this one changes nothing more, or would show something else: it is not known then. */
  notAfter: z.array(slugSchema).min(1).optional(),
  /** What is seen then, as the interviewer says it: one or two spoken sentences with figures, at most 40 words; neither praise nor the cause. */
  seen: z.string().min(3).max(300),
  /** By their ids, the facts that say something else from then on, and what they say; of two steps the later one counts. */
  facts: z.record(slugSchema, factSchema.shape.fact).default({}),
  /** What is over from then on. */
  ends: z.array(endedSchema).min(1).optional(),
})
export type Step = z.infer<typeof stepSchema>

/** One thing that a good answer to this question contains: a check of its own, with the words that show it. */
export const keyPointSchema = z.strictObject({
  id: slugSchema,
  criterion: slugSchema,
  /** The phase in which it is due; probes for it open there. */
  phase: slugSchema,
  /** Expected from this level on; above the declared level it can only lift a rating from 3 to 4. */
  level: levelSchema,
  /** must: counts for ratings 2 and 3. should: counts for 3. bonus: counts for 4. */
  weight: z.enum(['must', 'should', 'bonus']),
  /** One sentence: what the candidate said or did if this point is met. */
  point: z.string().min(10),
  /** One sentence: why an interviewer cares. */
  why: z.string().min(10),
  /** Any of these matching is a yes: the thing with what it does or why, never its bare name. */
  shows: patternsSchema,
  /** Any of these matching is partly: named, or begun. */
  partly: patternsSchema.optional(),
  probes: z.array(probeSchema).min(1).max(3),
  /**
   * What somebody is asked who has told the point in full and has time left: one step further than the point, by what happens then or at another size,
   * never for the point itself. It stands by itself, whatever they built, and what they say to it is no check.
   */
  beyond: probeSchema.pick({ kind: true, ask: true }).optional(),
  /** What to practise when it was missing. */
  drill: z.string().min(10).optional(),
})
export type KeyPoint = z.infer<typeof keyPointSchema>

/** Every question that a key point may put, in every wording. */
export const questionsOf = ({ probes, beyond }: Pick<KeyPoint, 'probes' | 'beyond'>): string[] => [
  ...probes.flatMap(wordingsOf),
  ...(beyond === undefined ? [] : [beyond.ask]),
]

/** Help for one phase. Rungs 0 and 1 are the same for all questions (phrases.yaml). */
export const hintLadderSchema = z.strictObject({
  phase: slugSchema,
  /** Key points that this ladder leads to; credit for them is capped from the rung given. */
  aims: z.array(slugSchema).min(1),
  /** Rung 2: which category is missing, never the item. */
  category: z.string().min(10),
  /** Rung 3: a constraint that exposes the gap. */
  constraint: z.string().min(10),
  /** Rung 4: a choice between two. */
  choice: z.string().min(10),
  /** Rung 5, practice mode only: the point in one sentence. */
  point: z.string().min(10),
})
export type HintLadder = z.infer<typeof hintLadderSchema>

/** A new constraint about two thirds through, said as the interviewer's own decision. */
export const changedRequirementSchema = z.strictObject({
  id: slugSchema,
  /** Words in what this candidate built that it breaks; the one whose words were said last is chosen, else the first without, else one that bears on a point shown. */
  when: patternsSchema.optional(),
  /** Phases in which it may come; unsaid in the last one on the question, or about two thirds through. */
  phases: z.array(slugSchema).min(1).optional(),
  /** Steps without all of which, and steps after any of which, it would contradict what is seen. */
  onlyAfter: z.array(slugSchema).min(1).optional(),
  notAfter: z.array(slugSchema).min(1).optional(),
  /** Key points it gives a new chance to show. */
  feeds: z.array(slugSchema),
  /** At most 40 words; ends in one open question, which no other change of the guide ends in. */
  say: z.string().min(10).max(300),
})
export type ChangedRequirement = z.infer<typeof changedRequirementSchema>

/** Something false that candidates say about this. */
export const misconceptionSchema = z.strictObject({
  id: slugSchema,
  criterion: slugSchema,
  /** On a central point, said with confidence and not taken back, it caps the criterion at 2. */
  central: z.boolean(),
  says: patternsSchema,
  /** What is true instead; shown in the debrief. */
  truth: z.string().min(10),
  /** One open question that lets the candidate find the error: it does not say that there is one. */
  challenge: z.string().min(10).max(240),
})
export type Misconception = z.infer<typeof misconceptionSchema>

/**
 * rubrics/<track>/questions/<slug>/guide.yaml, hidden from the candidate until the debrief. What the bank asks of its own questions beyond this
 * shape is checked apart (content/check-question.ts): a question that somebody adds may be as short as they like.
 */
export const guideSchema = z.strictObject({
  version: z.number().int().min(1).default(1),
  facts: z.array(factSchema).default([]),
  steps: z.array(stepSchema).default([]),
  keyPoints: z.array(keyPointSchema).max(12).default([]),
  hints: z.array(hintLadderSchema).default([]),
  changedRequirements: z.array(changedRequirementSchema).default([]),
  misconceptions: z.array(misconceptionSchema).default([]),
})
export type Guide = z.infer<typeof guideSchema>

/** Of a question that the bank does not hold. */
export const emptyGuide: Guide = guideSchema.parse({})

/** Front matter of question.md; its body is the opening, in the interviewer's voice. */
export const questionHeadSchema = z.strictObject({
  title: z.string().min(3).max(80),
  levels: z.array(levelSchema).min(1),
  /** Ids of rubrics/topics.yaml. */
  topics: z.array(slugSchema).min(1),
  /** Asked only of candidates who chose this framework; of anybody when unsaid. */
  framework: frameworkSchema.optional(),
  /** Among questions of its track: 1 to warm up, 2 usual, 3 hard. A round of several rises by it. */
  difficulty: z.number().int().min(1).max(3).default(2),
  /** One line for the library: what an answer to it shows of somebody, without any of the answer. */
  tests: z.string().min(20).max(160).optional(),
  /** Content manifest ids that this question covers. */
  covers: z.array(slugSchema).default([]),
})

/** One part of a sample answer: what is said in a phase. */
export const answerPartSchema = z.strictObject({ phase: slugSchema, text: z.string().min(1) })
/** A sample answer: `## senior` (or junior, mid, lead, weak) in answers.md, with `### phase-id` parts. */
export const sampleAnswerSchema = z.strictObject({
  quality: z.union([levelSchema, z.literal('weak')]),
  parts: z.array(answerPartSchema).min(1),
})
export type SampleAnswer = z.infer<typeof sampleAnswerSchema>

/** A question of the bank: the shown half (title to opening) and the hidden half. */
export const questionSchema = questionHeadSchema.extend({
  id: slugSchema,
  track: trackIdSchema,
  opening: z.string().min(20),
  guide: guideSchema,
  answers: z.array(sampleAnswerSchema),
  /** What is worked on at the pads, where there is something: `database` is SQL. */
  exercise: z.object({ database: z.string().optional(), cases: casesSchema.optional() }).optional(),
})
export type Question = z.infer<typeof questionSchema>
