import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Sample, sampleSchema } from '#src/domain/sample.ts'
import { ContentError } from '#src/errors.ts'

const file = 'samples/first-interview.json'

/** The interview that ships as a sample. Rejects with ContentError. */
export async function readSample(root: string): Promise<Sample> {
  try {
    return sampleSchema.parse(JSON.parse(await readFile(join(root, file), 'utf8')))
  } catch (cause) {
    throw new ContentError([{ file, path: '', expected: cause instanceof Error ? cause.message : String(cause) }])
  }
}
