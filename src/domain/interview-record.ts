import { z } from 'zod'
import { appealSchema } from './appeal.ts'
import { heldContentSchema, interviewSchema } from './interview.ts'
import { noteSchema } from './note.ts'
import { objectionSchema } from './objection.ts'
import { peerReviewSchema } from './peer-review.ts'
import { redoSchema } from './redo.ts'
import { scorecardSchema, scoreSchema } from './score.ts'
import { selfRatingSchema } from './self-rating.ts'
import { shareSchema } from './share.ts'
import { turnSchema } from './turn.ts'
import { padSchema } from './workspace.ts'

/** Checked by its schema and kept as it came, so that what an older or a newer Hotseat wrote goes round without loss. */
const kept = <T>(schema: z.ZodType<T>) =>
  z.unknown().transform((value, context) => {
    const read = schema.safeParse(value)
    if (read.success) return value as T
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  })

/** Farthest from 1970 that a date can be. */
const lastDay = 8_640_000_000_000_000
/** Epoch milliseconds. */
const timeSchema = z.number().int().min(-lastDay).max(lastDay)
/** Stands in addresses and in names of files. */
const idSchema = z.string().regex(/^[\w-]{1,64}$/)

/** A scoring that came to an end, with the criteria it decided and what it made. */
const scoringRecordSchema = z.object({
  id: idSchema,
  scorer: z.enum(['rule-based', 'model']),
  status: z.enum(['done', 'failed', 'too-short']),
  done: z.number().int(),
  total: z.number().int(),
  finished: z.array(z.string()),
  error: z.string().nullable(),
  createdAt: timeSchema,
  scores: z.array(z.object({ questionIndex: z.number().int().min(0), score: kept(scoreSchema) })),
  scorecard: z.object({ scorecard: kept(scorecardSchema), createdAt: timeSchema }).nullable(),
})

/**
 * All that is kept of one interview, whoever it belongs to: what an exported file holds so that it can be restored as what it was. What is left out: the
 * owner, tokens and cookies of links (links that brought no review are left out whole), what an observer noted for itself, ids of commands, and scorings
 * that had not come to an end.
 */
export const interviewRecordSchema = z
  .object({
    version: z.literal(1),
    interview: interviewSchema
      .omit({ ownerId: true })
      .extend({ id: idSchema, createdAt: timeSchema, endedAt: timeSchema.nullable() }),
    content: kept(heldContentSchema),
    turns: z.array(turnSchema),
    /** Oldest first. */
    scorings: z.array(scoringRecordSchema),
    /** When a scorecard was first shown. */
    openedAt: timeSchema.nullable(),
    selfRating: z.object({ selfRating: kept(selfRatingSchema), createdAt: timeSchema }).nullable(),
    /** `root`, `against` and `made` are ids of scorings. */
    appeals: z.array(z.object({ root: idSchema, against: idSchema, made: idSchema.nullable(), appeal: kept(appealSchema) })),
    redos: z.array(kept(redoSchema)),
    /** What an imported transcript said before it was corrected. */
    revisions: z.array(z.object({ revision: z.number().int().min(1), turns: z.array(turnSchema), createdAt: timeSchema })),
    /** Reviews by others, each with the link and the browser that it came by. */
    reviews: z.array(
      z.object({ share: shareSchema, guest: z.object({ id: idSchema, createdAt: timeSchema }), review: kept(peerReviewSchema) }),
    ),
    objections: z.array(z.object({ root: idSchema.nullable(), objection: kept(objectionSchema) })),
    notes: z.array(noteSchema),
    /** The board each time it went with a turn, and as it stood last. */
    boards: z
      .array(
        z.object({
          revision: z.number().int().min(1),
          scene: z.unknown(),
          text: z.string(),
          turn: z.number().int().min(1).nullable(),
          createdAt: timeSchema,
        }),
      )
      .default([]),
    pads: z.array(padSchema.extend({ updatedAt: timeSchema })).default([]),
  })
  .superRefine(({ interview, turns, boards }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['turns'], message })
    if (turns.some(({ turn }, at) => turn !== at + 1)) wrong('are not numbered from 1')
    if (turns.some(({ phase }) => phase >= interview.schedule.length)) wrong('are in a phase that the schedule lacks')
    if (interview.questions.some(({ firstTurn }) => (firstTurn ?? 0) > turns.length)) wrong('end before a question begins')
    const kept = new Map(boards.map(({ revision, scene }) => [revision, scene]))
    const named = turns.flatMap(({ artifacts }) => artifacts.flatMap(({ revision }) => revision ?? []))
    if (named.some((revision) => !kept.has(revision))) wrong('name a board that is not there')
    if ([...kept.values()].includes(undefined)) wrong('name a board whose drawing is not there')
  })
export type InterviewRecord = z.infer<typeof interviewRecordSchema>

/** Fields of an exported file that nobody here knows, each by its path in the file; written back when it is exported again. */
export const unknownFieldsSchema = z.array(
  z.object({ path: z.array(z.union([z.string(), z.number()])).min(1), value: z.unknown() }),
)
export type UnknownFields = z.infer<typeof unknownFieldsSchema>
