import { counted } from '../artifacts/fitted-lines.ts'
import { mostKept } from './kept-statements.ts'
import { countWords, doneWords } from './result-text.ts'
import type { SqlResult } from './sql-messages.ts'
import { type SqlReply, sqlLimitMs } from './sql-thread.ts'

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

/** How doing again went, after a reload, what had changed the database before. */
export function redoneWords(reply: Exclude<SqlReply, { kind: 'broken' }>, statements: readonly string[]): string {
  if (reply.kind === 'remade')
    return reply.because === 'timed-out'
      ? `What you had changed before the page was loaded was not done again: it took longer than ${sqlLimitMs / 1_000} seconds.`
      : 'What you had changed before the page was loaded was not done again: SQLite gave up on it.'
  const { results, changes } = reply.answer
  const [failed] = results
  if (failed?.kind !== 'error')
    return `The database was built again after the reload: ${counted(changes.length, 'statement')} of yours done anew.`
  return `After the reload ${changes.length} of ${counted(statements.length, 'statement')} of yours were done anew. This one failed: ${statementLine(failed.sql)} (${failed.message})`
}

/** How the database stands after a reload when what had changed it was not kept. `from`: the SQL that it was opened with. */
export const forgottenWords = (from: string): string =>
  `The database ${from === '' ? 'is empty' : 'has the question’s rows'} again after the reload: what you had changed came to more than the ${mostKept.toLocaleString('en')} characters of SQL that are kept.`
