import { z } from 'zod'
import { heldContentSchema, type Interview, interviewSchema } from '#src/domain/interview.ts'
import { recommendationSchema, scorecardSchema, scoreSchema } from '#src/domain/score.ts'
import { type Turn, turnSchema } from '#src/domain/turn.ts'
import { StoreError } from '#src/errors.ts'
import type { InterviewSummary, ScoringJob } from './store.ts'

/** A row as the driver gives it: columns by name. */
export type Row = Record<string, unknown>

/** Reads a JSON column. Throws StoreError naming the row when it is damaged. */
export function readJson<T>(schema: z.ZodType<T>, text: unknown, what: string): T {
  let value: unknown
  try {
    value = JSON.parse(String(text))
  } catch (cause) {
    throw new StoreError(`${what} is damaged in the database: it is not JSON.`, { cause })
  }
  return checkRow(schema, value, what)
}

/** A value from columns in its schema's shape. Throws StoreError naming what is damaged. */
export function checkRow<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const fault = [issue?.path.join('.'), issue?.message].filter(Boolean).join(' ')
  throw new StoreError(`${what} is damaged in the database: ${fault}`, { cause: parsed.error })
}

const anyJson = z.unknown()

export function readInterview(row: Row): Interview {
  const what = `interview ${row.id}`
  return checkRow(
    interviewSchema,
    {
      id: row.id,
      ownerId: row.owner_id,
      track: row.track,
      level: row.level,
      mode: row.mode,
      persona: row.persona,
      company: row.company,
      language: row.language,
      minutes: row.minutes,
      interviewer: row.interviewer,
      questions: readJson(anyJson, row.questions, what),
      prepared: readJson(anyJson, row.prepared, what),
      schedule: readJson(anyJson, row.schedule, what),
      status: row.status,
      elapsedMs: row.elapsed_ms,
      paused: row.paused === 1,
      draft: row.draft,
      contentHash: row.content_hash,
      createdAt: row.created_at,
      endedAt: row.ended_at,
      imported: row.imported === null ? null : readJson(anyJson, row.imported, what),
    },
    what,
  )
}

export function readTurn(row: Row): Turn {
  const what = `turn ${row.turn} of interview ${row.interview_id}`
  return checkRow(
    turnSchema,
    {
      turn: row.turn,
      speaker: row.speaker,
      text: row.text,
      artifacts: readJson(anyJson, row.artifacts, what),
      phase: row.phase,
      elapsedMs: row.elapsed_ms,
      createdAt: row.created_at,
      clientTurnId: row.client_turn_id,
      move: row.move === null ? null : readJson(anyJson, row.move, what),
      spokenBy: row.spoken_by,
      interrupted: row.interrupted === 1,
    },
    what,
  )
}

const scoringJobSchema: z.ZodType<ScoringJob> = z.object({
  id: z.string(),
  interviewId: z.string(),
  scorer: z.enum(['rule-based', 'model']),
  status: z.enum(['queued', 'running', 'done', 'failed', 'too-short']),
  done: z.number().int(),
  total: z.number().int(),
  finished: z.array(z.string()),
  error: z.string().nullable(),
  createdAt: z.number().int(),
})

export function readJob(row: Row): ScoringJob {
  const what = `scoring job ${row.id}`
  return checkRow(
    scoringJobSchema,
    {
      id: row.id,
      interviewId: row.interview_id,
      scorer: row.scorer,
      status: row.status,
      done: row.done,
      total: row.total,
      finished: readJson(anyJson, row.finished, what),
      error: row.error,
      createdAt: row.created_at,
    },
    what,
  )
}

/** A row of the history query: an interview's columns, `turn_count`, `recommendation`, `is_opened`; its newest job is read apart. */
export function readSummary(row: Row, scoring: ScoringJob | null): InterviewSummary {
  const interview = readInterview(row)
  return {
    id: interview.id,
    track: interview.track,
    level: interview.level,
    mode: interview.mode,
    company: interview.company,
    language: interview.language,
    minutes: interview.minutes,
    questions: interview.questions.map(({ id, firstTurn }) => ({ id, firstTurn })),
    prepared: interview.prepared,
    title: interview.questions.map(({ title }) => title).join(', '),
    status: interview.status,
    elapsedMs: interview.elapsedMs,
    turns: Number(row.turn_count),
    createdAt: interview.createdAt,
    endedAt: interview.endedAt,
    scoring,
    recommendation: checkRow(recommendationSchema.nullable(), row.recommendation, `scorecard of interview ${interview.id}`),
    imported: interview.imported && { format: interview.imported.format, fileName: interview.imported.fileName },
    isOpened: row.is_opened === 1,
  }
}

export const readHeldContent = (text: unknown, what: string) => readJson(heldContentSchema, text, what)
export const readScore = (text: unknown, what: string) => readJson(scoreSchema, text, what)
export const readScorecard = (text: unknown, what: string) => readJson(scorecardSchema, text, what)
