import { z } from 'zod'
import { sampleAnswerSchema } from '#src/domain/guide.ts'
import { type InterviewRequest, interviewSchema } from '#src/domain/interview.ts'
import { criterionSchema } from '#src/domain/rubric.ts'
import { recommendationSchema, scorecardSchema } from '#src/domain/score.ts'
import { levelSchema, modeSchema, slugSchema, trackIdSchema } from '#src/domain/track.ts'
import { shownTurnSchema } from '#src/protocol/frames.ts'
import { request } from './request.ts'

const statusSchema = z.object({
  model: z.object({ baseUrl: z.string(), interviewer: z.string(), scorer: z.string() }).nullable(),
  notices: z.array(z.string()),
})
export type Status = z.infer<typeof statusSchema>
const offeredTrackSchema = z.object({
  id: trackIdSchema,
  title: z.string(),
  about: z.string(),
  plans: z.array(z.object({ minutes: z.number(), questions: z.number() })),
  questions: z.array(z.object({ id: slugSchema, title: z.string(), levels: z.array(levelSchema), topics: z.array(slugSchema) })),
})
export type OfferedTrack = z.infer<typeof offeredTrackSchema>
const jobSchema = z.object({
  scorer: z.enum(['rule-based', 'model']),
  status: z.enum(['queued', 'running', 'done', 'failed', 'too-short']),
  done: z.number(),
  total: z.number(),
  finished: z.array(z.string()),
  error: z.string().nullable(),
})
export type ScoringProgress = z.infer<typeof jobSchema>
const rowSchema = z.object({
  id: z.string(),
  track: trackIdSchema,
  level: levelSchema,
  mode: modeSchema,
  minutes: z.number(),
  title: z.string(),
  status: z.enum(['running', 'ended']),
  elapsedMs: z.number(),
  turns: z.number(),
  createdAt: z.number(),
  endedAt: z.number().nullable(),
  scoring: jobSchema.nullable(),
  recommendation: recommendationSchema.nullable(),
})
export type InterviewRow = z.infer<typeof rowSchema>
const shown = interviewSchema.omit({ ownerId: true, contentHash: true })

export const enter = (token: string) => request({ path: '/api/access', method: 'POST', body: { token }, answer: z.unknown() })
export const readStatus = (signal: AbortSignal) => request({ path: '/api/status', answer: statusSchema, signal })
export const listTracks = (signal: AbortSignal) => request({ path: '/api/tracks', answer: z.array(offeredTrackSchema), signal })
export const listInterviews = (signal: AbortSignal) => request({ path: '/api/interviews', answer: z.array(rowSchema), signal })
export const beginInterview = (body: InterviewRequest) =>
  request({ path: '/api/interviews', method: 'POST', body, answer: shown })
export const findInterview = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}`, answer: shown, signal })
export const readScoring = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/scoring`, answer: jobSchema.nullable(), signal })
export const startScoring = (id: string) =>
  request({ path: `/api/interviews/${id}/scoring`, method: 'POST', body: {}, answer: jobSchema })
const cardSchema = z.object({
  scorecard: scorecardSchema,
  turns: z.array(shownTurnSchema),
  criteria: z.array(criterionSchema),
  answers: z.array(z.object({ question: slugSchema, answers: z.array(sampleAnswerSchema) })),
})
export const readScorecard = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/scorecard`, answer: cardSchema, signal })

export type ShownInterview = z.infer<typeof shown>
export type ScoredInterview = z.infer<typeof cardSchema>
export type ShownCriterion = ScoredInterview['criteria'][number]
export type QuestionAnswers = ScoredInterview['answers'][number]
export const exportAddress = (id: string, format: 'json' | 'markdown') =>
  `/api/interviews/${encodeURIComponent(id)}/export?format=${format}`
const settingsSchema = z.object({
  model: z.object({ baseUrl: z.string(), interviewer: z.string(), scorer: z.string(), hasKey: z.boolean() }).nullable(),
  notices: z.array(z.string()),
})
export type Settings = z.infer<typeof settingsSchema>
const checkSchema = z.object({
  model: z.string(),
  reachable: z.boolean(),
  streams: z.boolean(),
  structuredOutput: z.string().nullable(),
  firstTokenMs: z.number().nullable(),
  problem: z.string().nullable(),
})
export type ModelCheck = z.infer<typeof checkSchema>
export const readSettings = (signal: AbortSignal) => request({ path: '/api/settings', answer: settingsSchema, signal })
export const checkModel = () => request({ path: '/api/settings/check', method: 'POST', body: {}, answer: z.array(checkSchema) })
