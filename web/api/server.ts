import { z } from 'zod'
import { type AppealRequest, appealSchema } from '#src/domain/appeal.ts'
import { approachSchema } from '#src/domain/approach.ts'
import type { InterviewRequest } from '#src/domain/interview.ts'
import { type NoteRequest, noteSchema } from '#src/domain/note.ts'
import { type RedoRequest, redoSchema } from '#src/domain/redo.ts'
import { type SelfRating, selfRatingSchema } from '#src/domain/self-rating.ts'
import {
  accessSchema,
  deletedSchema,
  librarySchema,
  modelCheckSchema,
  offeredTrackSchema,
  openedInterviewSchema,
  redoOfferSchema,
  reviewedInterviewSchema,
  type ScoredInterview,
  scoredInterviewSchema,
  scoringProgressSchema,
  selfRatingRowSchema,
  selfRatingStandingSchema,
  settingsSchema,
  shownInterviewSchema,
  statusSchema,
  studyGuideSchema,
} from '#src/protocol/rest.ts'
import { request } from './request.ts'

export type ShownCriterion = ScoredInterview['criteria'][number]
export type QuestionAnswers = ScoredInterview['answers'][number]

export const enter = (token: string) => request({ path: '/api/access', method: 'POST', body: { token }, answer: accessSchema })
export const readStatus = (signal: AbortSignal) => request({ path: '/api/status', answer: statusSchema, signal })
export const listTracks = (signal: AbortSignal) => request({ path: '/api/tracks', answer: z.array(offeredTrackSchema), signal })
export const listApproaches = (signal?: AbortSignal) =>
  request({ path: '/api/approaches', answer: z.array(approachSchema), ...(signal === undefined ? {} : { signal }) })
export const readLibrary = (signal: AbortSignal) => request({ path: '/api/library', answer: librarySchema, signal })
export const openGuide = ({ track, id }: { track: string; id: string }, forStudy: boolean) =>
  request({ path: `/api/library/${track}/${id}/guide`, method: 'POST', body: { forStudy }, answer: studyGuideSchema })
export const beginInterview = (body: InterviewRequest) =>
  request({ path: '/api/interviews', method: 'POST', body, answer: shownInterviewSchema })
export const findInterview = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}`, answer: openedInterviewSchema, signal })
export const readScoring = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/scoring`, answer: scoringProgressSchema.nullable(), signal })
export const startScoring = (id: string) =>
  request({ path: `/api/interviews/${id}/scoring`, method: 'POST', body: {}, answer: scoringProgressSchema })
export const readScorecard = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/scorecard`, answer: scoredInterviewSchema, signal })
export const readReview = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/review`, answer: reviewedInterviewSchema, signal })
export const keepNote = (id: string, note: string, body: NoteRequest) =>
  request({ path: `/api/interviews/${id}/notes/${note}`, method: 'PUT', body, answer: noteSchema })
export const deleteNote = (id: string, note: string) =>
  request({ path: `/api/interviews/${id}/notes/${note}`, method: 'DELETE', answer: deletedSchema })
export const readSelfRating = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/self-rating`, answer: selfRatingStandingSchema, signal })
export const giveSelfRating = (id: string, body: SelfRating) =>
  request({ path: `/api/interviews/${id}/self-rating`, method: 'POST', body, answer: selfRatingSchema })
export const appealCheck = (id: string, body: AppealRequest) =>
  request({ path: `/api/interviews/${id}/appeals`, method: 'POST', body, answer: appealSchema })
export const readRedos = (id: string, place: { criterion: string; check: string }, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/redos?${new URLSearchParams(place)}`, answer: redoOfferSchema, signal })
export const submitRedo = (id: string, body: RedoRequest) =>
  request({ path: `/api/interviews/${id}/redos`, method: 'POST', body, answer: redoSchema })
export const listSelfRatings = (signal: AbortSignal) =>
  request({ path: '/api/self-ratings', answer: z.array(selfRatingRowSchema), signal })

export const readSettings = (signal: AbortSignal) => request({ path: '/api/settings', answer: settingsSchema, signal })
export const checkModel = () =>
  request({ path: '/api/settings/check', method: 'POST', body: {}, answer: z.array(modelCheckSchema) })
