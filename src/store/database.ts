import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError } from '#src/errors.ts'
import { packageRoot } from '#src/package-root.ts'

/** Before this version SQLite could corrupt a WAL file when two connections reset it at once (sqlite.org/wal.html, "walresetbug"). */
const oldestSafeSqlite = [3, 51, 3] as const

/** Opens the file, creating it and its folder, and brings it to the newest version. Throws StoreError. */
export function openDatabase(file: string): Database.Database {
  const existed = existsSync(file)
  let database: Database.Database | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    database = new Database(file)
    refuseOldSqlite(database)
    configure(database)
    migrate(database, existed ? file : null)
    return database
  } catch (cause) {
    database?.close()
    throw cause instanceof StoreError
      ? cause
      : new StoreError(`The database ${file} cannot be used: ${whatToDo(cause)}`, { cause })
  }
}

/** For a second process that only reads, such as an export beside a running server. Throws StoreError. */
export function openDatabaseForReading(file: string): Database.Database {
  if (!existsSync(file)) throw new StoreError(`There is no database ${file} yet; set HOTSEAT_DB, or start the server once.`)
  try {
    const database = new Database(file, { readonly: true })
    refuseNewerFile(database, migrations().length)
    return database
  } catch (cause) {
    throw cause instanceof StoreError
      ? cause
      : new StoreError(`The database ${file} cannot be read: ${whatToDo(cause)}`, { cause })
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

const migrationsFolder = () => join(packageRoot(), 'src/store/migrations')
const migrations = (): string[] =>
  readdirSync(migrationsFolder())
    .filter((name) => name.endsWith('.sql'))
    .sort()

function refuseNewerFile(database: Database.Database, newest: number): number {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > newest)
    throw new StoreError('The database was written by a newer Hotseat: update Hotseat, or name another file with HOTSEAT_DB.')
  return version
}

/** Each migration in a transaction of its own; an existing file is copied aside before the first. */
function migrate(database: Database.Database, existingFile: string | null): void {
  const names = migrations()
  const version = refuseNewerFile(database, names.length)
  if (version === names.length) return
  if (existingFile !== null && version > 0)
    database.prepare('vacuum into ?').run(`${existingFile}.before-version-${names.length}`)
  for (const [index, name] of names.entries()) {
    if (index < version) continue
    const sql = readFileSync(join(migrationsFolder(), name), 'utf8')
    database
      .transaction(() => {
        database.exec(sql)
        database.pragma(`user_version = ${index + 1}`)
      })
      .immediate()
  }
}

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
