import type { z } from 'zod'
import type { Report } from './fault-list.ts'
import { parseYaml } from './read-yaml.ts'

/** The YAML between two `---` lines at a file's beginning, and the text after it. Undefined when either is not there, with faults. */
export function parseFrontMatter<T>(
  schema: z.ZodType<T>,
  text: string,
  report: Report,
): { head: T | undefined; body: string } | undefined {
  const found = /^\uFEFF?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|$)/ms.exec(text)
  if (found === null) {
    report('', 'front matter: YAML between a first line "---" and another line "---"')
    return undefined
  }
  return { head: parseYaml(schema, found[1] ?? '', { report, firstLine: 2 }), body: text.slice(found[0].length).trim() }
}
