/** A comment, a string, a quoted name, the end of a statement, or what stands between these. */
const piece = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^'";/-]+|[\s\S]/g
/** What the interview asks for: how the tables are made fast, and how rules are kept that no column can keep. */
const secret = /^create\s+(?:(?:unique\s+)?index|(?:temp(?:orary)?\s+)?trigger)\b/i
const trigger = /^\s*create\s+(?:temp(?:orary)?\s+)?trigger\b/i

/** The tables and rows of a question's database.sql as a candidate gets them: without indexes, triggers and comments, which answer the question. */
export const givenDatabase = (sql: string): string =>
  statementsOf(sql)
    .filter((statement) => !secret.test(statement))
    .map((statement) => `${statement};\n`)
    .join('\n')

function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let text = ''
  const close = () => {
    const statement = text.replaceAll(/\n\s*\n/g, '\n').trim()
    if (statement !== '') statements.push(statement)
    text = ''
  }
  for (const [found] of sql.matchAll(piece)) {
    if (found.startsWith('--') || found.startsWith('/*')) continue
    // As SQLite has it: an `end` behind a statement ends a trigger, one within a statement ends a `case`.
    const isInside = trigger.test(text) && !/;\s*end\s*$/i.test(text)
    if (found === ';' && !isInside) close()
    else text += found
  }
  close()
  return statements
}
