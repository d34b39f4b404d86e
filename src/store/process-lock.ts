import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError } from '#src/errors.ts'

/** A server runs on this database file. */
export class DatabaseInUseError extends StoreError {
  override name = 'DatabaseInUseError'
}

/**
 * Keeps a second server off a database file, by an exclusive lock on an empty file beside it. The operating system gives the lock up when the
 * process ends, however it ends, so that a killed server locks nobody out; the empty file stays. Readers are let in. Returns the release.
 * Throws DatabaseInUseError while another server runs, StoreError when the lock cannot be written.
 */
export function lockForThisProcess(databaseFile: string): () => void {
  const lockFile = `${databaseFile}-lock`
  let lock: Database.Database | undefined
  try {
    mkdirSync(dirname(lockFile), { recursive: true })
    lock = new Database(lockFile, { timeout: 0 })
    // Written and never committed: on a file that it cannot write, SQLite would quietly begin a transaction that only reads, which locks nobody out.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('begin exclusive; pragma user_version = 1')
    const held = lock
    return () => void held.close()
  } catch (cause) {
    lock?.close()
    if (isBusy(cause))
      throw new DatabaseInUseError(`Another Hotseat uses ${databaseFile}: stop it first, or name another file with HOTSEAT_DB.`, {
        cause,
      })
    throw new StoreError(
      `${lockFile} cannot be written: check its permissions and those of its folder, or name another file with HOTSEAT_DB.`,
      { cause },
    )
  }
}

const isBusy = (cause: unknown) => cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')
