import type { Transcript } from '#src/domain/transcript.ts'

/**
 * The file form of a transcript: JSON, indented, fields that nobody here knows included. A single question is written as `question` too, for programs
 * that read only that.
 */
export function transcriptToJson({ id, track, level, ...rest }: Transcript): string {
  const [first, ...others] = rest.questions
  const question = first === undefined || others.length > 0 ? {} : { question: { id: first.id, text: first.text } }
  return `${JSON.stringify({ id, track, level, ...question, ...rest }, null, 2)}\n`
}
