import { LineCounter, parseDocument, type YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { checkShape } from './check-shape.ts'
import type { Report } from './fault-list.ts'
import { type ContentSource, readText } from './read-text.ts'

/** A YAML text as plain data in its schema's shape. Undefined when it has faults; `firstLine` is where the text begins in its file. */
export function parseYaml<T>(
  schema: z.ZodType<T>,
  text: string,
  { report, firstLine = 1 }: { report: Report; firstLine?: number },
) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  for (const error of independentErrors(document.errors)) {
    const { line, col } = lines.linePos(error.pos[0])
    report(`line ${line + firstLine - 1}, column ${col}`, `YAML that can be read: ${error.message}`)
  }
  return document.errors.length > 0 ? undefined : checkShape(schema, document.toJS(), report)
}

/** A YAML file in its schema's shape, or undefined with its faults reported. */
export async function readYaml<T>(source: ContentSource, { file, schema }: { file: string; schema: z.ZodType<T> }) {
  const text = await readText(source, file)
  return text === undefined ? undefined : parseYaml(schema, text, { report: source.faults.of(file) })
}

/** One slip of syntax makes errors of the lines after it, so only the first counts; keys that are there twice stand for themselves. */
const independentErrors = (errors: readonly YAMLParseError[]): YAMLParseError[] => {
  const isDouble = (error: YAMLParseError) => error.code === 'DUPLICATE_KEY'
  return [...errors.filter((error) => !isDouble(error)).slice(0, 1), ...errors.filter(isDouble)]
}
