import { z } from 'zod'
import { turnSchema } from '#src/domain/turn.ts'
import { maxPadLength, padKindSchema, padLanguageSchema, padSchema } from '#src/domain/workspace.ts'

/** The WebSocket subprotocol; its version is the protocol's, and stands nowhere else. */
export const subprotocol = 'interview.v1'
/** Longest frame either side sends, bytes of UTF-8. */
export const maxFrameBytes = 65_536
/** Longest text of one candidate turn, UTF-16 units: fits a frame whatever the script, JSON escapes aside. */
export const maxTurnLength = 16_000

/** Published close codes. 4409, 4413 and 1012 are told apart so that a client knows whether to come back by itself. */
export const closeCodes = {
  badFrame: 4400,
  unauthorized: 4401,
  forbiddenOrigin: 4403,
  unknownInterview: 4404,
  helloTimeout: 4408,
  superseded: 4409,
  slowConsumer: 4413,
  rateLimited: 4429,
  restarting: 1012,
} as const

const idSchema = z.string().min(8).max(64)
/** A turn as the browser may see it: an interviewer's move keeps its kind only, for its target is the guide's. */
export const shownTurnSchema = turnSchema.omit({ move: true }).extend({ move: z.string().nullable() })
export type ShownTurn = z.infer<typeof shownTurnSchema>

/** What goes with a turn: a pad's text, or the board by its revision, since a drawing does not fit a frame. */
export const saidArtifactSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('board'), revision: z.number().int().min(1) }),
  z.strictObject({
    kind: padKindSchema.extract(['code']),
    text: z.string().min(1).max(maxPadLength),
    language: padLanguageSchema,
  }),
  z.strictObject({ kind: padKindSchema.extract(['sql']), text: z.string().min(1).max(maxPadLength) }),
  /** What the database in the browser answered, as text. */
  z.strictObject({ kind: z.literal('sql-result'), text: z.string().min(1).max(maxPadLength) }),
  /** What the question's cases came to in the browser, as text. */
  z.strictObject({ kind: z.literal('case-results'), text: z.string().min(1).max(maxPadLength) }),
])
export type SaidArtifact = z.infer<typeof saidArtifactSchema>

const command = { command: idSchema }
/** What a browser sends. Commands carry an id made once and kept through retries; a repeated id does nothing twice. */
export const clientFrameSchema = z.discriminatedUnion('type', [
  /** First frame. `connection` names the tab; `epoch` and `seq` say what it has already. */
  z.strictObject({
    type: z.literal('hello'),
    connection: idSchema,
    epoch: z.string().optional(),
    seq: z.number().int().min(0).optional(),
  }),
  z.strictObject({
    type: z.literal('say'),
    clientTurnId: idSchema,
    text: z.string().max(maxTurnLength),
    artifacts: z
      .array(saidArtifactSchema)
      .max(saidArtifactSchema.options.length)
      .refine((artifacts) => new Set(artifacts.map(({ kind }) => kind)).size === artifacts.length, 'at most one of a kind')
      .optional(),
  }),
  z.strictObject({ type: z.literal('draft'), text: z.string().max(maxTurnLength) }),
  /** A pad as it is written, whole: kept with the interview, and shown in the other tabs. */
  z.strictObject({ type: z.literal('pad'), ...padSchema.shape }),
  /** The candidate writes something too long for a draft: silence begins anew. */
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('hint'), ...command }),
  /** Practice mode: coaching on the last answer. */
  z.strictObject({ type: z.literal('coach'), ...command }),
  z.strictObject({ type: z.literal('pause'), ...command }),
  z.strictObject({ type: z.literal('resume'), ...command }),
  z.strictObject({ type: z.literal('end'), ...command }),
  z.strictObject({ type: z.literal('interrupt'), ...command }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientFrame = z.infer<typeof clientFrameSchema>

export const sessionStateSchema = z.enum(['awaiting-candidate', 'interviewer-speaking', 'paused', 'ended'])

/** Where the interview stands, for the clock and the phase line. Times are the server's; the browser only counts on from them. */
export const standingSchema = z.object({
  state: sessionStateSchema,
  /** Running time so far and in all, milliseconds. */
  elapsedMs: z.number(),
  totalMs: z.number(),
  /** True while the clock runs. */
  running: z.boolean(),
  /** Index into the interview's schedule. */
  phase: z.number().int(),
  /** Connection id of the tab that drives; null before anybody has. */
  drivenBy: z.string().nullable(),
  /** Why it is paused, or that rules stand in for a failing model; null when there is nothing to say. */
  notice: z.string().nullable(),
  /** How many rungs of the hint ladder are used in this phase, and whether another can be asked for now. */
  hint: z.object({ rung: z.number().int().nullable(), available: z.boolean() }),
  /** Whether coaching on the last answer can be asked for now; never in a mock. */
  coach: z.boolean(),
})
export type Standing = z.infer<typeof standingSchema>

/** An utterance that is being spoken: its turn's number, which attempt it is, the words so far. */
export const partialSchema = z.object({ turn: z.number().int(), attempt: z.number().int(), text: z.string() })
export type Partial = z.infer<typeof partialSchema>

export const errorCodes = [
  'bad-json',
  'bad-frame',
  'unknown-type',
  'too-large',
  'empty-turn',
  'limit-reached',
  'id-reused',
  'board-unknown',
  'not-running',
  'not-paused',
  'no-hint',
  'no-coaching',
  'rate-limited',
  'not-stored',
  'internal',
] as const

/** Which board is the newest; `GET /api/interviews/:id/board` has it. */
export const boardAtSchema = z.object({ revision: z.number().int().min(1) })
export type BoardAt = z.infer<typeof boardAtSchema>

const log = { epoch: z.string(), seq: z.number().int() }
/** What the server sends. Frames of the log carry `epoch` and `seq` (+1 each); the rest answer one connection. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  /** Answer to hello. resumed: what follows is exactly what was missed; else a snapshot follows. */
  z.object({ type: z.literal('welcome'), epoch: z.string(), resumed: z.boolean() }),
  z.object({
    type: z.literal('snapshot'),
    ...log,
    turns: z.array(shownTurnSchema),
    partial: partialSchema.nullable(),
    standing: standingSchema,
    draft: z.string(),
    pads: z.array(padSchema),
    /** The board as it stands; null when nothing was drawn. */
    board: boardAtSchema.nullable(),
  }),
  /** Sent after commit. The same clientTurnId again is acknowledged again (with the seq it had). */
  z.object({ type: z.literal('turn-stored'), ...log, clientTurnId: z.string(), turn: shownTurnSchema }),
  z.object({ type: z.literal('utterance-start'), ...log, turn: z.number().int(), attempt: z.number().int() }),
  /** `offset`: UTF-16 length of the text before this piece; apply only at exactly that length, drop when smaller. */
  z.object({
    type: z.literal('utterance-delta'),
    ...log,
    turn: z.number().int(),
    attempt: z.number().int(),
    offset: z.number().int(),
    text: z.string(),
  }),
  z.object({ type: z.literal('utterance-end'), ...log, attempt: z.number().int(), turn: shownTurnSchema }),
  z.object({
    type: z.literal('utterance-failed'),
    ...log,
    turn: z.number().int(),
    attempt: z.number().int(),
    message: z.string(),
  }),
  /** `command`: the command that this answers, if one. */
  z.object({ type: z.literal('state'), ...log, standing: standingSchema, command: z.string().nullable() }),
  /** The draft as another tab typed it. */
  z.object({ type: z.literal('draft'), ...log, connection: z.string(), text: z.string() }),
  /** A pad as another tab wrote it. */
  z.object({ type: z.literal('pad'), ...log, connection: z.string(), ...padSchema.shape }),
  /** A board was stored, by the tab named. */
  z.object({ type: z.literal('board'), ...log, connection: z.string(), ...boardAtSchema.shape }),
  z.object({
    type: z.literal('error'),
    code: z.enum(errorCodes),
    message: z.string(),
    clientTurnId: z.string().optional(),
    command: z.string().optional(),
  }),
  z.object({ type: z.literal('pong') }),
  z.object({ type: z.literal('bye'), reason: z.string() }),
])
export type ServerFrame = z.infer<typeof serverFrameSchema>
