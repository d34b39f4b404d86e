import type { z } from 'zod'
import { checkShape } from './check-shape.ts'
import { type ContentSource, readText } from './read-text.ts'

/** A JSON file in its schema's shape, or undefined with its faults reported. */
export async function readJson<T>(source: ContentSource, { file, schema }: { file: string; schema: z.ZodType<T> }) {
  const text = await readText(source, file)
  if (text === undefined) return undefined
  const report = source.faults.of(file)
  try {
    return checkShape(schema, JSON.parse(text), report)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    report('', `JSON that can be read: ${error.message}`)
    return undefined
  }
}
