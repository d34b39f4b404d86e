import type { Database } from 'sql.js'
import type { SchemaTable } from './sql-messages.ts'

/** Tables and views with their columns and indexes, as they stand in the database. */
export function readSchema(database: Database): SchemaTable[] {
  const rows = (sql: string, ...given: string[]) => database.exec(sql, given)[0]?.values ?? []
  return rows(
    "select name, type from sqlite_schema where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by rowid",
  ).map(([name, type]) => ({
    name: String(name),
    kind: type === 'view' ? 'view' : 'table',
    columns: columnsOf(database, { name: String(name), isView: type === 'view' }),
    indexes: rows("select name from pragma_index_list(?) where origin = 'c' order by seq desc", String(name)).map(([index]) => ({
      name: String(index),
      columns: rows("select coalesce(name, 'an expression') from pragma_index_info(?) order by seqno", String(index)).map(
        ([column]) => String(column),
      ),
    })),
  }))
}

/** A view whose table is gone has no columns that SQLite could tell. */
function columnsOf(database: Database, { name, isView }: { name: string; isView: boolean }): SchemaTable['columns'] {
  try {
    const [found] = database.exec('select name, type, pk from pragma_table_xinfo(?) where hidden <> 1', [name])
    return (found?.values ?? []).map(([column, declared, key]) => ({
      name: String(column),
      type: String(declared).toLowerCase(),
      isKey: Number(key) > 0,
    }))
  } catch (error) {
    if (isView) return []
    throw error
  }
}
