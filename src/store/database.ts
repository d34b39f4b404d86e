import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError } from '#src/errors.ts'
import { packageRoot } from '#src/package-root.ts'

/** Before this version SQLite could corrupt a WAL file when two connections reset it at once (sqlite.org/wal.html, "walresetbug"). */
const oldestSafeSqlite = [3, 51, 3] as const

/**
 * Opens the file, creating it when it is not there, and brings it to the newest version. `migrations` is the SQL that leads from each version to the next.
 * Throws StoreError.
 */
export function openDatabase(file: string, migrations: readonly string[] = shippedMigrations()): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(file)
    refuseOldSqlite(database)
    configure(database)
    migrate(database, migrations)
    return database
  } catch (cause) {
    database?.close()
    throw asStoreError(cause, `The database ${file} cannot be used`)
  }
}

/** For a second process that only reads, such as an export beside a running server. Throws StoreError. */
export const openDatabaseForReading = (file: string): Database.Database => openBeside(file, { readonly: true })

/** For a second process that adds rows of its own beside a running server. Throws StoreError. */
export function openDatabaseBeside(file: string): Database.Database {
  const database = openBeside(file, { readonly: false })
  configure(database)
  return database
}

function openBeside(file: string, { readonly }: { readonly: boolean }): Database.Database {
  if (!existsSync(file)) throw new StoreError(`There is no database ${file} yet; set HOTSEAT_DB, or start the server once.`)
  let database: Database.Database | undefined
  try {
    database = new Database(file, { readonly })
    const newest = shippedMigrations().length
    if (versionOf(database, newest) < newest)
      throw new StoreError(
        `The database ${file} is of an older Hotseat, or empty: start the server once, which brings it up to date.`,
      )
    return database
  } catch (cause) {
    database?.close()
    throw asStoreError(cause, `The database ${file} cannot be ${readonly ? 'read' : 'used'}`)
  }
}

function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  // On every open: this build falls back to NORMAL when a WAL file is opened again, and a power cut could then lose commits.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  database.pragma('trusted_schema = OFF')
  database.pragma('wal_autocheckpoint = 1000')
  database.pragma('journal_size_limit = 67108864')
  database.pragma('temp_store = MEMORY')
  // What is deleted is overwritten, not only left out.
  database.pragma('secure_delete = ON')
}

function refuseOldSqlite(database: Database.Database): void {
  const { version } = database.prepare('select sqlite_version() as version').get() as { version: string }
  const parts = version.split('.').map(Number)
  const difference = oldestSafeSqlite.map((part, index) => (parts[index] ?? 0) - part).find((part) => part !== 0)
  if ((difference ?? 0) < 0)
    throw new StoreError(
      `SQLite ${version} is older than ${oldestSafeSqlite.join('.')}, which Hotseat needs: run "npm ci" again.`,
    )
}

function shippedMigrations(): string[] {
  const folder = join(packageRoot(), 'src/store/migrations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** How many migrations the file has seen. Throws StoreError when that is more than there are, or when the file is another program's. */
function versionOf(database: Database.Database, newest: number): number {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > newest)
    throw new StoreError(
      `The database ${database.name} was written by a newer Hotseat: update Hotseat, or name another file with HOTSEAT_DB.`,
    )
  if (version === 0 && database.prepare('select 1 from sqlite_schema').get() !== undefined)
    throw new StoreError(`The database ${database.name} belongs to another program: name another file with HOTSEAT_DB.`)
  return version
}

/** Each migration in a transaction of its own; a file that holds something is copied aside before the first. */
function migrate(database: Database.Database, migrations: readonly string[]): void {
  const version = versionOf(database, migrations.length)
  if (version > 0 && version < migrations.length) {
    const copy = `${database.name}.version-${version}`
    // One of an update that was cut short, perhaps half written; the file itself still is what it was.
    rmSync(copy, { force: true })
    // Byte by byte and not by `vacuum into`, which numbers rows anew and leaves the search index pointing at others.
    const [folded] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (folded?.busy !== 0)
      throw new StoreError(
        `The database ${database.name} must be brought up to date, and another program reads it: close that one first.`,
      )
    copyFileSync(database.name, copy)
  }
  // Writes even when nothing is to be done: SQLite opens a file that it cannot write without a word, and the first answer would be lost.
  database.pragma(`user_version = ${version}`)
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    database
      .transaction(() => {
        database.exec(sql)
        database.pragma(`user_version = ${index + 1}`)
      })
      .immediate()
  }
}

const asStoreError = (cause: unknown, what: string): StoreError =>
  cause instanceof StoreError ? cause : new StoreError(`${what}: ${whatToDo(cause)}`, { cause })

function whatToDo(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code.startsWith('SQLITE_NOTADB')) return 'it is not an SQLite database. Move it away, or name another file with HOTSEAT_DB.'
  if (code.startsWith('SQLITE_BUSY')) return 'another program holds it locked. Close that one first.'
  if (code.startsWith('SQLITE_CORRUPT')) return 'it is damaged. Restore a copy of it, or name another file with HOTSEAT_DB.'
  if (code === 'EACCES' || code === 'EROFS' || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return 'the file or its folder cannot be written. Check their permissions, or name another file with HOTSEAT_DB.'
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'the disk is full. Make room and start again.'
  return cause instanceof Error ? cause.message : String(cause)
}
