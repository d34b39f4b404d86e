import { HotseatError } from '#src/errors.ts'
import { readSource } from '#src/transcript/read-source.ts'
import { TranscriptError } from '#src/transcript/read-transcript.ts'
import type { Source } from '#src/transcript/source.ts'

/** A text that no reader makes a transcript of; `message` says what was expected. */
export class UnreadableError extends HotseatError {
  override name = 'UnreadableError'
}

/** Reads a transcript from elsewhere. Throws UnreadableError. */
export function readImport(text: string, fileName: string | null): Source {
  try {
    return readSource(text, fileName)
  } catch (cause) {
    if (cause instanceof TranscriptError) throw new UnreadableError(cause.message, { cause })
    throw cause
  }
}
