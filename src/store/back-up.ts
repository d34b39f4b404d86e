import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from '#src/errors.ts'
import { openDatabaseForReading } from './database.ts'

const allPages = 2 ** 31 - 1

/**
 * Copies a database as it stands at this moment into a file of its own, beside a running server or without one. The copy has its name only once it is
 * whole and on the disk. Rejects with StoreError, also when there is something under that name.
 */
export async function backUp(file: string, to: string): Promise<void> {
  if (existsSync(to)) throw new StoreError(`${to} is there already: name another file, or move that one away.`)
  const unfinished = `${to}.unfinished`
  const database = openDatabaseForReading(file)
  try {
    // Of a back-up that was cut short.
    rmSync(unfinished, { force: true })
    // Page by page and not by `vacuum into`, which numbers rows anew and leaves the search index pointing at others. All at once, since a copy in steps
    // begins again with every write of the server.
    await database.backup(unfinished, { progress: () => allPages })
    flush(unfinished)
    renameSync(unfinished, to)
    flush(dirname(to))
  } catch (cause) {
    rmSync(unfinished, { force: true })
    throw new StoreError(`The back-up could not be written to ${to}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  } finally {
    database.close()
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
