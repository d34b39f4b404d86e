/** A comment, a string, a quoted name, the end of a statement, or what stands between these. */
const piece = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^'";/-]+|[\s\S]/g
/** What the interview asks for: how the tables are made fast, and how rules are kept that no column can keep. */
const secret = /^create\s+(?:unique\s+)?index\b|^create\s+trigger\b/i

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
    const isInside = /^\s*create\s+trigger\b/i.test(text) && !/\bend\s*$/i.test(text)
    if (found === ';' && !isInside) close()
    else text += found
  }
  close()
  return statements
}
