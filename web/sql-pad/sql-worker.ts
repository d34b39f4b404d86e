import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js'
import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { readSchema } from './read-schema.ts'
import { planStatements, redoStatements, runStatements } from './run-statements.ts'
import type { SqlAnswer, SqlTask } from './sql-messages.ts'

// SQLite in a thread of its own, so that a query without end can be stopped: the page throws the whole worker away then.

const loaded: Promise<SqlJsStatic> = initSqlJs({ locateFile: () => wasm })
let database: Database | null = null

// Reported, a failure of SQLite's own reaches the page, which makes the database anew.
self.addEventListener('message', ({ data }: MessageEvent<SqlTask>) => {
  answer(data).then((given) => self.postMessage(given), reportError)
})

async function answer(task: SqlTask): Promise<SqlAnswer> {
  if (task.type === 'open' || database === null) {
    const { Database } = await loaded
    database?.close()
    database = new Database()
    database.exec('pragma foreign_keys = on')
  }
  switch (task.type) {
    case 'open': {
      const { results } = runStatements(database, task.sql)
      const failed = results.filter(({ kind }) => kind === 'error')
      for (const sql of task.since) runStatements(database, sql)
      return { results: failed, changes: [], schema: readSchema(database) }
    }
    case 'run': {
      const ran = runStatements(database, task.sql)
      return { ...ran, schema: readSchema(database) }
    }
    case 'redo':
      return { ...redoStatements(database, task.statements), schema: readSchema(database) }
    case 'plan':
      return { results: planStatements(database, task.sql), changes: [], schema: readSchema(database) }
    default:
      return task satisfies never
  }
}
