import { z } from 'zod'
import { deletionSchema, type ExportFormat, restoredFileSchema, sampleInterviewSchema, undoneSchema } from '#src/protocol/rest.ts'
import { request } from './request.ts'

export const exportAddress = (id: string, format: ExportFormat) =>
  `/api/interviews/${encodeURIComponent(id)}/export?format=${format}`
export const exportAllAddress = '/api/export'

export const restoreFile = (file: File, existing: 'leave' | 'copy') =>
  request({
    path: `/api/restore?${new URLSearchParams({ name: file.name.slice(0, 255) || 'The file', existing })}`,
    method: 'POST',
    file,
    answer: z.array(restoredFileSchema),
  })

/** One interview by its id; all of one's own when null. */
export const deleteInterviews = (id: string | null) =>
  request({
    path: id === null ? '/api/interviews' : `/api/interviews/${encodeURIComponent(id)}`,
    method: 'DELETE',
    answer: deletionSchema,
  })
export const undoDeletion = (id: string) =>
  request({ path: `/api/deletions/${id}/undo`, method: 'POST', body: {}, answer: undoneSchema })

export const readSample = (signal: AbortSignal) => request({ path: '/api/sample', answer: sampleInterviewSchema, signal })
