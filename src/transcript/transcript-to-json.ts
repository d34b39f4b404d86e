import type { Transcript } from '#src/domain/transcript.ts'

/** The file form of a transcript: JSON, indented, fields that nobody here knows included. */
export const transcriptToJson = (transcript: Transcript): string => `${JSON.stringify(transcriptContent(transcript), null, 2)}\n`

/** What is in it. A single question is written as `question` too, for programs that read only that. */
export function transcriptContent({ id, track, level, ...rest }: Transcript): Record<string, unknown> {
  const [first, ...others] = rest.questions
  const question = first === undefined || others.length > 0 ? {} : { question: { id: first.id, text: first.text } }
  return { id, track, level, ...question, ...rest }
}
