import { z } from 'zod'
import { patternsSchema } from './pattern.ts'
import { slugSchema, trackIdSchema } from './track.ts'

/** 1 well below the bar of the level, 2 below, 3 meets it, 4 clearly above. */
export const ratingSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Rating = z.infer<typeof ratingSchema>

/** What a probe is after; interviewing.md's catalogue. `resume-claim` is about experience that a candidate claims aloud: no interview carries a resume. */
export const probeKinds = [
  'clarify',
  'specify',
  'deepen',
  'justify',
  'decide',
  'challenge',
  'counterfactual',
  'scale-up',
  'failure',
  'operate',
  'edge-case',
  'ownership',
  'metrics',
  'alternative',
  'conflict',
  'reflection',
  'theory-to-event',
  'resume-claim',
  'recover',
] as const
export const probeKindSchema = z.enum(probeKinds)
export type ProbeKind = z.infer<typeof probeKindSchema>

/**
 * What is over: what users notice, and what brought it about. A step that was taken ends it, and so does the look back, in which all of it is. A rollback may
 * end the one and leave the other unknown.
 */
export const endedSchema = z.enum(['harm', 'cause'])
export type Ended = z.infer<typeof endedSchema>

/** What of a story somebody may be asked for. */
export const toldParts = [
  'situation', // one event, and what was the matter
  'harm', // who or what suffered by it
  'other-side', // how somebody else in it saw it
  'action', // something that the candidate did, and not only "we"
  'reason', // why it was done, and done that way
  'result', // how it ended or what came of it
  'reflection', // any look back at it
  'habit', // what is done otherwise since, or would be another time
] as const
export const toldPartSchema = z.enum(toldParts)
export type ToldPart = z.infer<typeof toldPartSchema>

/** A planned follow-up: one open question, at most 20 words, that gives nothing away. `{quote}` is replaced by the candidate's own words. */
export const probeSchema = z.strictObject({
  kind: probeKindSchema,
  ask: z.string().min(10).max(240),
  /** What it asks where its `ask` leans on something that was not said just now: "Why that?" of a design, "Why did you choose its main store?" */
  byItself: z.string().min(10).max(240).optional(),
  /** Fires only when the candidate's last words match one of these. */
  when: patternsSchema.optional(),
  /** It goes into any one part of what somebody describes, and may be put to a part by their name for it. */
  about: z.literal('part').optional(),
  /** Once this is over it asks nothing any more: "What else could it be?" of a cause that is mended. */
  mootOnce: endedSchema.optional(),
  /** What it asks then, looking back: "What else could it have been?" */
  afterwards: z.string().min(10).max(240).optional(),
  /** It asks for no more than this part of a story, and is not put to somebody who has told it, however plainly. */
  asksForPart: toldPartSchema.optional(),
  /** Words of other questions, this one's own aside, that ask the same: once such a question was put, for whatever check, this one is not. */
  sameAs: patternsSchema.optional(),
})
export type PlannedProbe = z.infer<typeof probeSchema>

/** Every question that a planned one may put. */
export const wordingsOf = ({ ask, byItself, afterwards }: Pick<PlannedProbe, 'ask' | 'byItself' | 'afterwards'>): string[] =>
  [ask, byItself, afterwards].filter((words) => words !== undefined)

/** Deterministic properties of a whole transcript, computed in evidence/, that a standing check may rest on. Counts unless said otherwise. */
export const featureIds = [
  'clarifying-questions', // questions that the candidate asked about the task before the first component or solution
  'quantities', // numbers with a unit or a rate, in candidate turns
  'decisions', // a choice stated as made
  'reasoned-decisions', // a choice with its reason or its cost in the same window
  'mechanisms', // a term tied by a connective to what it does or why
  'own-actions', // past-tense first-person action verbs
  'event-markers', // marks of one specific event: a time, a place, a system, a past-tense narrative
  'outcomes', // statements of what came of it
  'measured-outcomes', // outcomes with a figure or an observation
  'lessons', // statements of what was learnt or changed
  'answer-words', // words the candidate said, guards applied
] as const
export const featureIdSchema = z.enum(featureIds)
export type FeatureId = z.infer<typeof featureIdSchema>

/**
 * Where in what was said about a question a check counts: a figure at the start of a story is no result of it. A passage counts between
 * the shares `from` and `to` of the words, and wherever the interviewer had asked for it. When it was asked for, what counts by `from`
 * is what follows, and the end of a first answer that told the whole story.
 */
export const placeSchema = z.strictObject({
  from: z.number().min(0).max(1).optional(),
  to: z.number().min(0).max(1).optional(),
  /** Found in an interviewer's turn: the answer to it counts, and all that follows. */
  asked: patternsSchema.optional(),
  /** Found in a later turn of the interviewer's: what follows it counts no more. */
  until: patternsSchema.optional(),
})
export type Place = z.infer<typeof placeSchema>

/** A check that is true of any question of the track, and the rating that it is evidence for. */
export const standingCheckSchema = z.strictObject({
  id: slugSchema,
  rating: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  /** What the candidate did if this check is met; read by the model scorer and shown on the scorecard. */
  check: z.string().min(10),
  /** Met when `min` different passages match (1 when unsaid); fewer, or a match of `partly`, is partly. */
  shows: patternsSchema.optional(),
  min: z.number().int().min(1).max(10).optional(),
  /** One passage that matches any of these is enough, whatever `min` asks of the others: what says the thing several times over. */
  alone: patternsSchema.optional(),
  partly: patternsSchema.optional(),
  /** Counts only here; everywhere when unsaid. */
  place: placeSchema.optional(),
  /** Or: met when a feature reaches `yes`; partly from `partly` on. */
  feature: z.strictObject({ id: featureIdSchema, partly: z.number(), yes: z.number() }).optional(),
  probe: probeSchema.optional(),
  /** Phases in which its probe fits. Unsaid: all that feed the criterion, without the first of several, in which there is nothing to ask about yet. */
  askedIn: z.array(slugSchema).min(1).optional(),
  /**
   * What the rule-based interviewer is loath to leave unasked: where it was not shown, the last planned probes of its part are kept for its probe, or for
   * another of that kind for its criterion, and who says they are done is asked it. A model may choose another open move, and time that is up or being
   * stuck ends the part without it.
   */
  essential: z.literal(true).optional(),
  /** Of a running system: unless it was shown, its probe is the next one once a step was taken, in whatever part, since by then somebody would ask. */
  raisedByStep: z.literal(true).optional(),
  drill: z.string().optional(),
})
export type StandingCheck = z.infer<typeof standingCheckSchema>

export const criterionSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  /** Share of the whole, in per cent; the five of a track sum to 100. */
  weight: z.number().int().min(1).max(100),
  /** A must-have: rated 1 it forbids a lean hire, unscored it forbids a recommendation. */
  must: z.boolean(),
  means: z.string().min(1),
  anchors: z.strictObject({ 1: z.string(), 2: z.string(), 3: z.string(), 4: z.string() }),
  checks: z.array(standingCheckSchema).min(3),
})
export type Criterion = z.infer<typeof criterionSchema>

/** What of a question's exercise a candidate gets: tables and rows to query, cases that code must pass. */
export const handedOutSchema = z.enum(['database', 'cases'])
export type HandedOut = z.infer<typeof handedOutSchema>

const openerShape = z.strictObject({
  /** Says that the phase begins and how long it is; `{minutes}` is replaced. It is said before whatever is asked first. */
  announce: z.string(),
  /** The question that opens the phase. */
  ask: z.string().min(1),
  /**
   * Standing checks of the track that an answer to the question shows: once any of them is shown in full, or most of the question's key points for
   * the phase are touched, it asks for what was told and is not put. Unsaid for an invitation, which stands whatever was told.
   */
  asksFor: z.array(slugSchema).default([]),
  /** It is not put once a step has ended this. */
  mootOnce: endedSchema.optional(),
  /** It is put only once a step has ended this. */
  onlyOnce: endedSchema.optional(),
})

/** What the interviewer says on entering a phase. A text alone is how older interviews hold it: its last question is what it asks. */
export const openerSchema = z.union([openerShape, z.string().transform(openerOf)])
export type Opener = z.output<typeof openerShape>

function openerOf(text: string): Opener {
  const at = text.search(/(?<=[.!?]\s)[^.!?]+\?$/)
  return at < 0
    ? { announce: '', ask: text, asksFor: [] }
    : { announce: text.slice(0, at).trim(), ask: text.slice(at), asksFor: [] }
}

/** One timed part of an interview. */
export const phaseSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  /** Plain names for it beside its title, and beside either side of an "and" in that: "schema", "data model". Whoever turns to one of them wants to go there. */
  called: z.array(z.string().min(1)).min(1).optional(),
  /** intro: format and opening. work: counts for scoring. wrap-up: the candidate's own questions, then the close. */
  role: z.enum(['intro', 'work', 'wrap-up']),
  /** Criteria that this phase gives a fair chance to show, the one that it is about first. */
  feeds: z.array(slugSchema),
  /** What the interviewer says on entering it, one of these. Empty for phases opened by the question itself. */
  openers: z.array(openerSchema),
  /** What beside the conversation may be asked about in it, by what can be seen there. */
  looksAt: z.array(z.enum(['board', 'code'])).optional(),
  /** What the candidate gets with it. Before, it would answer what is asked there. */
  handsOut: handedOutSchema.optional(),
  /** A candidate writes in it rather than talks: the workspace opens by itself. */
  writes: z.literal(true).optional(),
  /**
   * What somebody who only talks is asked once to write down, in the middle of the phase or when they are through with it. Not where the probe of `check`
   * asked for it, nor where one of `orShown` is met by words alone.
   */
  toWrite: z
    .strictObject({ kind: z.enum(['sql', 'code']), check: slugSchema, orShown: z.array(slugSchema).min(1).optional() })
    .optional(),
})
export type Phase = z.infer<typeof phaseSchema>

/** How an interview of this length is divided. Minutes of `each` phases count once per question. */
export const planSchema = z.strictObject({
  minutes: z.number().int().min(5).max(90),
  /** Questions (stories, concepts) asked in it. */
  questions: z.number().int().min(1).max(8),
  phases: z.array(z.strictObject({ phase: slugSchema, minutes: z.number().min(0.5), each: z.boolean().optional() })).min(1),
})
export type Plan = z.infer<typeof planSchema>

/** rubrics/<track>/track.yaml */
export const rubricSchema = z.strictObject({
  id: trackIdSchema,
  version: z.number().int().min(1),
  title: z.string().min(1),
  about: z.string().min(1),
  /**
   * Of a passage of so many words, the share of telling words that must be heard in the question, its guide or the rest of the interview too, 0
   * to 1; with less it answers something else. Low where an answer brings a world of its own with it, as a story does.
   */
  heardElsewhere: z.array(z.strictObject({ words: z.number().int().min(50), share: z.number().min(0).max(1) })).optional(),
  /** One story is told from beginning to end: its first words, in however many answers, bind what follows. Elsewhere a long answer may open a new subject. */
  oneStory: z.boolean().optional(),
  /** A running system is looked at, and the fact sheet holds what is seen there: what is not on it shows nothing new, and is not the candidate's to choose. */
  observed: z.boolean().optional(),
  /**
   * How much a talk must tell of another question of the track, and not of its own, for the passages that do to be no answer to it: summed are
   * the natural logarithms of how few of the questions hold a word, or two that follow one another.
   */
  likeAnother: z.number().positive().optional(),
  phases: z.array(phaseSchema).min(2),
  plans: z.array(planSchema).min(1),
  criteria: z.array(criterionSchema).length(5),
  recommendation: z.strictObject({
    strongHire: z.strictObject({ mean: z.number(), lowest: ratingSchema }),
    leanHire: z.strictObject({ mean: z.number(), mustAbove: ratingSchema }),
    leanNoHire: z.strictObject({ mean: z.number() }),
  }),
})
export type Rubric = z.infer<typeof rubricSchema>
