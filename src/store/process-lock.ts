import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { StoreError } from '#src/errors.ts'

/**
 * Keeps a second server off a database file, by a file beside it that holds this process's id. A lock whose process is gone is taken over, so that a
 * killed server does not lock out the next. Returns the release. Throws StoreError while another server runs.
 */
export function lockForThisProcess(databaseFile: string): () => void {
  const lockFile = `${databaseFile}.lock`
  for (let tries = 0; tries < 3; tries++) {
    if (claim(lockFile)) return () => rmSync(lockFile, { force: true })
    const holder = holderOf(lockFile)
    if (holder !== null && holder !== process.pid && isRunning(holder))
      throw new StoreError(
        `Another Hotseat (process ${holder}) uses ${databaseFile}: stop it first, or name another file with HOTSEAT_DB.`,
      )
    rmSync(lockFile, { force: true })
  }
  throw new StoreError(`${lockFile} cannot be taken; remove it if no other Hotseat is running.`)
}

function claim(lockFile: string): boolean {
  try {
    const descriptor = openSync(lockFile, 'wx')
    writeSync(descriptor, String(process.pid))
    closeSync(descriptor)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw new StoreError(`The folder of ${lockFile} cannot be written: check its permissions.`, { cause: error })
  }
}

function holderOf(lockFile: string): number | null {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'))
    return Number.isInteger(holder) && holder > 0 ? holder : null
  } catch {
    // Released between our two looks at it: nobody holds it.
    return null
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
