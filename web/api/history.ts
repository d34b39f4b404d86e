import { z } from 'zod'
import type { Level, TrackId } from '#src/domain/track.ts'
import {
  comparableSchema,
  comparedTurnsSchema,
  comparisonSchema,
  progressSchema,
  reasksSchema,
  type SearchQuery,
  searchResultSchema,
} from '#src/protocol/history.ts'
import { interviewRowSchema } from '#src/protocol/rest.ts'
import { request } from './request.ts'

type Query = Record<string, string | number | undefined>

/** A query string of what is said. */
const queryOf = (query: Query): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString()

export const listInterviewPage = (query: Query, signal?: AbortSignal) =>
  request({ path: `/api/interviews?${queryOf(query)}`, answer: z.array(interviewRowSchema), ...(signal && { signal }) })
export const searchInterviews = (query: SearchQuery, signal?: AbortSignal) =>
  request({ path: `/api/search?${queryOf(query as Query)}`, answer: searchResultSchema, ...(signal && { signal }) })
export const readProgress = (query: { track?: TrackId | undefined; level?: Level | undefined }, signal: AbortSignal) =>
  request({ path: `/api/progress?${queryOf(query)}`, answer: progressSchema.nullable(), signal })
export const readReasks = (signal: AbortSignal) => request({ path: '/api/re-asks', answer: reasksSchema, signal })
export const dismissReask = (body: { track: TrackId; question: string }) =>
  request({ path: '/api/re-asks/dismissals', method: 'POST', body, answer: reasksSchema })
export const listComparable = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/comparable`, answer: comparableSchema, signal })
export const readComparison = ({ first, second }: { first: string; second: string }, signal: AbortSignal) =>
  request({ path: `/api/comparisons/${first}/${second}`, answer: comparisonSchema, signal })
export const readComparedTurns = ({ first, second }: { first: string; second: string }, signal: AbortSignal) =>
  request({ path: `/api/comparisons/${first}/${second}/turns`, answer: comparedTurnsSchema, signal })
