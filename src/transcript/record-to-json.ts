import type { InterviewRecord, UnknownFields } from '#src/domain/interview-record.ts'
import { interviewToTranscript } from './interview-to-transcript.ts'
import { transcriptContent } from './transcript-content.ts'
import { withUnknown } from './unknown-fields.ts'

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
  // In one line: it is long, and nobody's reading.
  return `${JSON.stringify(told, null, 2).replace(/\n\}$/, '')},\n  "record": ${JSON.stringify(whole)}\n}\n`
}

/** The same as a value of its own, without what nobody here knows. */
export function recordContent(record: InterviewRecord): Record<string, unknown> {
  const { interview, turns, objections, reviews } = record
  const content = {
    ...transcriptContent(interviewToTranscript(interview, turns)),
    ...(objections.length === 0 ? {} : { objections: objections.map(({ objection }) => objection) }),
    ...(reviews.length === 0 ? {} : { reviews: reviews.map(({ review }) => review) }),
    record,
  }
  return JSON.parse(JSON.stringify(content)) as Record<string, unknown>
}
