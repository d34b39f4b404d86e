import { countWords, doneWords } from './result-text.ts'
import type { SqlResult } from './sql-messages.ts'

/** What came of a run, said in a line. */
export function resultsWords(results: readonly SqlResult[]): string {
  const last = results.at(-1)
  if (last === undefined) return 'Nothing to run: there is no statement.'
  const before = results.length > 1 ? `${results.length} results. ` : ''
  switch (last.kind) {
    case 'rows':
      return `${before}${countWords(last)}.`
    case 'plan':
      return `${before}The plan is below.`
    case 'done':
      return `${before}${doneWords(last)}.`
    case 'error':
      return `${before}SQLite reports an error.`
    default:
      return last satisfies never
  }
}

/** What stands above a result: the statement, in a line. */
export function statementLine(sql: string): string {
  const line = sql
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}
