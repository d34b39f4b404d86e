import {
  type CorrectionRequest,
  correctableSchema,
  type ImportRequest,
  importedInterviewsSchema,
  importPreviewSchema,
  type PreviewRequest,
} from '#src/domain/import.ts'
import { shownInterviewSchema } from '#src/protocol/rest.ts'
import { request } from './request.ts'

export const previewImport = (body: PreviewRequest, signal?: AbortSignal) =>
  request({ path: '/api/imports/preview', method: 'POST', body, answer: importPreviewSchema, ...(signal && { signal }) })
export const createImport = (body: ImportRequest) =>
  request({ path: '/api/imports', method: 'POST', body, answer: importedInterviewsSchema })
export const readTranscript = (id: string, signal: AbortSignal) =>
  request({ path: `/api/interviews/${id}/transcript`, answer: correctableSchema, signal })
export const correctTranscript = (id: string, body: CorrectionRequest) =>
  request({ path: `/api/interviews/${id}/transcript`, method: 'PUT', body, answer: shownInterviewSchema })
