import { load, YAMLException } from 'js-yaml'
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
  let value: unknown
  try {
    value = load(text)
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    report(placeOf(error, firstLine), `YAML that can be read: ${error.reason}`)
    return undefined
  }
  reportCutOff(text, { report, firstLine })
  return checkShape(schema, value, report)
}

/** An entry of a list without quotes, as patterns are written, and in it what YAML takes for a comment: there `#` stands for a number. */
const cutOff = /^\s*- (?=[^\s"'|>{[#]).*\s#/

function reportCutOff(text: string, { report, firstLine }: { report: Report; firstLine: number }) {
  for (const [index, line] of text.split('\n').entries())
    if (cutOff.test(line))
      report(
        `line ${index + firstLine}`,
        'the entry in double quotes, or its comment on a line of its own; YAML drops what follows " #"',
      )
}

/** A YAML file in its schema's shape, or undefined with its faults reported. */
export async function readYaml<T>(source: ContentSource, { file, schema }: { file: string; schema: z.ZodType<T> }) {
  const text = await readText(source, file)
  return text === undefined ? undefined : parseYaml(schema, text, { report: source.faults.of(file) })
}

/** Empty for a text without a line to point at. */
const placeOf = ({ mark }: YAMLException, firstLine: number): string =>
  mark === undefined ? '' : `line ${mark.line + firstLine}, column ${mark.column + 1}`
