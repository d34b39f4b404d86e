import type { Transcript } from '#src/domain/transcript.ts'

/** The file form of a transcript: JSON, indented, fields that nobody here knows included. */
export const transcriptToJson = (transcript: Transcript): string => `${JSON.stringify(transcript, null, 2)}\n`
