import type { Database, SqlValue, Statement } from 'sql.js'
import { errorOffset } from './error-offset.ts'
import { type Cell, mostCells, mostCounted, mostRows, type PlanRow, type SqlResult } from './sql-messages.ts'
import { withoutLead } from './without-lead.ts'

const longestCell = 2_000

interface Ran {
  results: SqlResult[]
  changes: string[]
}

/** Runs every statement in order and stops at the first that fails. */
export function runStatements(database: Database, sql: string): Ran {
  const ran: Ran = { results: [], changes: [] }
  let shown = 0
  overStatements(database, sql, ran.results, (statement) => {
    const before = totalChanges(database)
    const columns = statement.getColumnNames()
    const result = columns.length === 0 ? null : readRows(statement, { columns, cells: mostCells - shown })
    if (result?.kind === 'rows') shown += result.rows.length * columns.length
    if (result === null) statement.step()
    const changedRows = totalChanges(database) - before
    if (result === null || changedRows > 0) ran.changes.push(statement.getSQL())
    if (result !== null) ran.results.push(result)
    else addDone(ran.results, changedRows)
  })
  return ran
}

/** Does again what changed a database, in its order. `changes` are those that could be done; the first that fails ends it, and is the only result. */
export function redoStatements(database: Database, statements: readonly string[]): Ran {
  const changes: string[] = []
  for (const sql of statements) {
    const failed = runStatements(database, sql).results.filter(({ kind }) => kind === 'error')
    if (failed.length > 0) return { results: failed, changes }
    changes.push(sql)
  }
  return { results: [], changes }
}

/** How SQLite would go about every statement, without running any. Statements without a plan are passed over. */
export function planStatements(database: Database, sql: string): SqlResult[] {
  const results: SqlResult[] = []
  overStatements(database, sql, results, (statement) => {
    const own = statement.getSQL()
    const explained = database.prepare(isExplain(own) ? own : `explain query plan ${own}`)
    try {
      const rows = planRows(explained)
      if (rows.length > 0) results.push({ kind: 'plan', sql: own.trim(), rows })
    } finally {
      explained.free()
    }
  })
  return results
}

function overStatements(database: Database, sql: string, results: SqlResult[], visit: (statement: Statement) => void): void {
  const statements = database.iterateStatements(sql)
  let rest = sql
  try {
    for (let next = statements.next(); !next.done; next = statements.next()) {
      try {
        visit(next.value)
      } catch (error) {
        next.value.free()
        throw error
      }
      rest = statements.getRemainingSQL()
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const start = sql.length - rest.length
    const within = errorOffset(rest, message)
    results.push({ kind: 'error', sql: rest.trim(), message, offset: within === null ? null : start + within })
  }
}

/** `cells`: how many may be shown; of what is more the rows are counted. */
function readRows(statement: Statement, { columns, cells }: { columns: string[]; cells: number }): SqlResult {
  const sql = statement.getSQL().trim()
  if (isExplain(sql) && columns.join() === 'id,parent,notused,detail') return { kind: 'plan', sql, rows: planRows(statement) }
  const rows: Cell[][] = []
  let count = 0
  const most = Math.min(mostRows, Math.ceil(Math.max(0, cells) / columns.length))
  while (count < mostCounted && statement.step()) {
    if (count < most) rows.push(valuesOf(statement).map(cellOf))
    count++
  }
  const isCounted = count < mostCounted || !statement.step()
  return { kind: 'rows', sql, columns, rows, count, isCounted }
}

function planRows(statement: Statement): PlanRow[] {
  const rows: PlanRow[] = []
  while (statement.step()) {
    const [id, parent, , detail] = statement.get()
    rows.push({ id: Number(id), parent: Number(parent), detail: String(detail) })
  }
  return rows
}

/** Whole numbers come as bigint, which tells 1 from 1.0 and keeps the digits of large ones. The types of sql.js leave that setting out. */
function valuesOf(statement: Statement): (SqlValue | bigint)[] {
  const get = statement.get as (params: null, config: { useBigInt: boolean }) => (SqlValue | bigint)[]
  return get.call(statement, null, { useBigInt: true })
}

function cellOf(value: SqlValue | bigint): Cell {
  if (value === null) return { kind: 'null', text: 'NULL' }
  if (typeof value === 'bigint') return { kind: 'number', text: String(value) }
  if (typeof value === 'number') return { kind: 'number', text: Number.isInteger(value) ? value.toFixed(1) : String(value) }
  if (typeof value === 'string')
    return { kind: 'text', text: value.length > longestCell ? `${value.slice(0, longestCell)}…` : value }
  const bytes = Array.from(value.slice(0, 64), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { kind: 'blob', text: `x'${bytes}${value.length > 64 ? '…' : ''}'` }
}

function addDone(results: SqlResult[], changedRows: number): void {
  const last = results.at(-1)
  if (last?.kind === 'done') {
    last.statements++
    last.changedRows += changedRows
  } else results.push({ kind: 'done', statements: 1, changedRows })
}

const totalChanges = (database: Database): number => Number(database.exec('select total_changes()')[0]?.values[0]?.[0] ?? 0)

const isExplain = (sql: string): boolean => /^explain\b/i.test(withoutLead(sql))
