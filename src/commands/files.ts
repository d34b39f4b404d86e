import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { loadConfig } from '#src/config.ts'
import { loadContent } from '#src/content/load-content.ts'
import { systemClock } from '#src/domain/clock.ts'
import { HotseatError } from '#src/errors.ts'
import { everyFile, exportInterview, restoreFile } from '#src/interviews-as-files.ts'
import { contentCacheFile, packageRoot } from '#src/package-root.ts'
import { type ExportFormat, exportFormatSchema } from '#src/protocol/rest.ts'
import { ownerNamed } from '#src/store/owner-named.ts'
import { openSqliteStoreForAdding, openSqliteStoreForReading } from '#src/store/sqlite-store.ts'
import { archiveOf } from '#src/transcript/archive.ts'
import { TranscriptError } from '#src/transcript/read-transcript.ts'
import { type Command, ownerIn, parse, UsageError } from './arguments.ts'
import { forTerminal } from './for-terminal.ts'

const endings: Record<ExportFormat, string> = { json: 'json', markdown: 'md', html: 'html' }

/** `hotseat export`: interviews of the database as files. */
export const exportCommand: Command = async (args) => {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    all: { type: 'boolean' },
    out: { type: 'string' },
    owner: { type: 'string' },
  })
  const isAll = values.all === true
  if (isAll === positionals.length > 0) throw new UsageError('export needs either ids of interviews or --all.')
  const format = readExportFormat(values.format)
  if (format === 'archive' && !isAll) throw new UsageError('--format archive goes with --all.')
  const out = values.out === undefined ? null : String(values.out)
  if (format === 'archive' && out === null && process.stdout.isTTY)
    throw new UsageError('--out names the archive to write; a terminal cannot show one.')
  const content = await loadContent(packageRoot(), { cacheFile: contentCacheFile() })
  const store = openSqliteStoreForReading({ file: loadConfig().databaseFile, clock: systemClock })
  try {
    const owner = await ownerNamed(store, ownerIn(values))
    if (format === 'archive') {
      const archive = Readable.fromWeb(archiveOf(everyFile({ store, content, owner }), systemClock.now()))
      await (out === null ? pipeline(archive, process.stdout) : writeWhole(archive, out))
      if (out !== null) console.error(`All interviews were written to ${out}`)
      return 0
    }
    const ids = isAll ? (await store.listInterviews(owner)).map((interview) => interview.id) : positionals
    const write = out === null ? writeOut : await writerTo(out)
    for (const id of ids) await write(`${id}.${endings[format]}`, await exportInterview({ store, content, id, owner, format }))
    if (out !== null) console.error(`${ids.length} interview(s) written to ${out}`)
    return 0
  } finally {
    store.close()
  }
}

/** `hotseat restore`: exported interviews back into the database, beside a running server or without one. */
export const restoreCommand: Command = async (args) => {
  const { values, positionals } = parse(args, { owner: { type: 'string' }, copy: { type: 'boolean' } })
  if (positionals.length === 0) throw new UsageError('restore needs at least one file that "hotseat export" wrote.')
  const store = openSqliteStoreForAdding({ file: loadConfig().databaseFile, clock: systemClock })
  try {
    const owner = await ownerNamed(store, ownerIn(values))
    let [isWhole, isAnyHere] = [true, false]
    for (const name of positionals) {
      const bytes = await readFile(name).catch((cause: Error) => {
        throw new HotseatError(`${name} cannot be read: ${cause.message}`, { cause })
      })
      for (const restored of await restoreFile(store, { owner, bytes, name, asCopy: values.copy === true }).catch(notAnArchive)) {
        if (restored.kind === 'failed') {
          isWhole = false
          console.error(`not restored: ${restored.reason}`)
        } else {
          isAnyHere ||= restored.kind === 'here'
          console.log(`${restored.id}  ${restored.kind === 'here' ? 'here already' : 'restored'}  ${restored.title}`)
        }
      }
    }
    if (isAnyHere) console.error('What is here already was left alone; --copy stores it once more under an id of its own.')
    return isWhole ? 0 : 1
  } finally {
    store.close()
  }
}

function readExportFormat(value: unknown = 'markdown'): ExportFormat | 'archive' {
  if (value === 'archive') return value
  const format = exportFormatSchema.safeParse(value)
  if (!format.success) throw new UsageError(`--format is json, markdown, html or archive, not "${value}".`)
  return format.data
}

function notAnArchive(error: unknown): never {
  if (error instanceof TranscriptError) throw new HotseatError(error.message, { cause: error })
  throw error
}

const writeOut = async (_name: string, text: string) => void process.stdout.write(process.stdout.isTTY ? forTerminal(text) : text)

/** Writes a file that is not there yet, or nothing. Rejects with HotseatError. */
async function writeWhole(from: Readable, place: string): Promise<void> {
  const file = await open(place, 'wx').catch(notWritten(place))
  try {
    await pipeline(from, file.createWriteStream())
  } catch (cause) {
    await rm(place, { force: true })
    // What cannot be read is no fault of the place.
    if (cause instanceof HotseatError) throw cause
    notWritten(place)(cause)
  }
}

const notWritten =
  (place: string) =>
  (cause: unknown): never => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new HotseatError(`Nothing can be written to ${place}: ${why}`, { cause })
  }

/** Writes into a folder, made when it is not there. Rejects with HotseatError. */
async function writerTo(folder: string): Promise<(name: string, text: string) => Promise<void>> {
  await mkdir(folder, { recursive: true }).catch(notWritten(folder))
  return async (name, text) => await writeFile(join(folder, name), text).catch(notWritten(folder))
}
