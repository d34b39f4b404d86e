import type { InterviewRecord, UnknownFields } from '#src/domain/interview-record.ts'
import { interviewToTranscript } from './interview-to-transcript.ts'
import { withoutToldScenes, withScenes } from './told-scenes.ts'
import { transcriptContent } from './transcript-content.ts'
import { withUnknown } from './unknown-fields.ts'

/** Stands in place of a drawing, and after a quotation mark nowhere else: within text there is a backslash before it. */
const mark = '\uE000scene '
const marked = /"scene": "\uE000scene (\d+)"/g

/** An interview out of the database, as a file tells it. */
export interface Recorded {
  record: InterviewRecord
  unknownFields: UnknownFields | null
}

/**
 * The file form of a whole interview: a transcript as any program reads it, what people said of it afterwards where they did, and under `record` all that
 * is needed to restore it.
 */
export function recordToJson({ record, unknownFields }: Recorded): string {
  const { record: whole, ...told } = withUnknown(recordContent(record), unknownFields ?? [])
  // Each in one line: they are long, and nobody's reading.
  const scenes: string[] = []
  const text = JSON.stringify(
    told,
    (key, value: unknown) => (key === 'scene' && isRecord(value) ? `${mark}${scenes.push(JSON.stringify(value)) - 1}` : value),
    2,
  ).replaceAll(marked, (_, at: string) => `"scene": ${scenes[Number(at)]}`)
  return `${text.replace(/\n\}$/, '')},\n  "record": ${JSON.stringify(whole)}\n}\n`
}

/** The same as a value of its own, without what nobody here knows. */
export function recordContent(record: InterviewRecord): Record<string, unknown> {
  const { interview, turns, boards, objections, reviews } = record
  const content = {
    ...transcriptContent(interviewToTranscript(interview, withScenes(turns, boards))),
    ...(objections.length === 0 ? {} : { objections: objections.map(({ objection }) => objection) }),
    ...(reviews.length === 0 ? {} : { reviews: reviews.map(({ review }) => review) }),
    record: withoutToldScenes(record),
  }
  return JSON.parse(JSON.stringify(content)) as Record<string, unknown>
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null
