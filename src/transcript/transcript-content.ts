import type { Transcript } from '#src/domain/transcript.ts'

/** What stands in the file form of a transcript, fields that nobody here knows included. A single question is written as `question` too, for programs that read only that. */
export function transcriptContent({ id, track, level, ...rest }: Transcript): Record<string, unknown> {
  const [first, ...others] = rest.questions
  const question = first === undefined || others.length > 0 ? {} : { question: { id: first.id, text: first.text } }
  return { id, track, level, ...question, ...rest }
}
