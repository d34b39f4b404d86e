import { readFile } from 'node:fs/promises'
import { decodeText } from '#src/domain/decode-text.ts'
import { HotseatError } from '#src/errors.ts'

/** A text file's words. Rejects with HotseatError for what is no text that can be read, and as `readFile` does. */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file)
  try {
    return decodeText(bytes)
  } catch (cause) {
    throw new HotseatError(`${file} is no text that can be read. Save it as plain text (UTF-8).`, { cause })
  }
}
