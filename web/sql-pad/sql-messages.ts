/** A value as it is shown. `text` is cut where it is very long. */
export interface Cell {
  kind: 'null' | 'number' | 'text' | 'blob'
  text: string
}

/** A line of EXPLAIN QUERY PLAN. */
export interface PlanRow {
  id: number
  parent: number
  detail: string
}

/** What came of a statement, or of several in a row that give no rows. */
export type SqlResult =
  /** `count`: rows in all, `isCounted` false when there were too many to go on counting. */
  | { kind: 'rows'; sql: string; columns: string[]; rows: Cell[][]; count: number; isCounted: boolean }
  | { kind: 'plan'; sql: string; rows: PlanRow[] }
  | { kind: 'done'; statements: number; changedRows: number }
  /** `offset`: where in the SQL that was given, UTF-16 units; null when that cannot be told. */
  | { kind: 'error'; sql: string; message: string; offset: number | null }

export interface SchemaTable {
  name: string
  kind: 'table' | 'view'
  columns: { name: string; type: string; isKey: boolean }[]
  indexes: { name: string; columns: string[] }[]
}

export type SqlTask =
  /** A new database from the question's own SQL, and then what was done to it since. */
  | { type: 'open'; sql: string; since: readonly string[] }
  | { type: 'run'; sql: string }
  | { type: 'plan'; sql: string }
  /** Statements of before, one after another, up to the first that fails. */
  | { type: 'redo'; statements: readonly string[] }

export interface SqlAnswer {
  results: SqlResult[]
  /** Statements that changed the database, to be done again on a new one. */
  changes: string[]
  schema: SchemaTable[]
}

/** Rows that are shown of a result; cells of all results of a run, beyond which no more rows are shown; the most rows that are counted. */
export const mostRows = 200
export const mostCells = 10_000
export const mostCounted = 100_000
