import { strFromU8, unzipSync } from 'fflate'
import { readRecord } from './read-record.ts'
import { TranscriptError } from './read-transcript.ts'
import type { Recorded } from './record-to-json.ts'

/** A file with one interview, or why none can be read from it. */
export type FoundRecord = { file: string; kind: 'read'; recorded: Recorded } | { file: string; kind: 'unread'; reason: string }

/** Of one file in an archive, bytes; an interview of three hours comes to an eighth of it. More would keep everybody waiting while it is read. */
const mostFileBytes = 12 * 1024 * 1024
/** Unpacked at a time: files, unless so many bytes are fewer of them. */
const batch = { files: 20, bytes: mostFileBytes }

/** The interviews of an exported file: a JSON or Markdown file itself, or those under json/ in an archive. Throws TranscriptError for an archive that is none. */
export function* recordsIn(bytes: Uint8Array, name: string): Generator<FoundRecord> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return yield found(name, () => strFromU8(bytes))
  const files = filesIn(bytes, name)
  if (files.length === 0)
    throw new TranscriptError(`${name} is no archive that Hotseat made: there is nothing under json/ in it.`)
  for (const wanted of batchesOf(files)) {
    const unpacked = unpack(
      bytes,
      name,
      ({ name: file, originalSize }) => originalSize <= mostFileBytes && wanted.some((one) => one.name === file),
    )
    for (const { name: file } of wanted)
      yield found(file, () => {
        const content = unpacked[file]
        if (content === undefined) throw new TranscriptError(`${file} is too large for an interview.`)
        return strFromU8(content)
      })
  }
}

interface Packed {
  name: string
  originalSize: number
}

function filesIn(bytes: Uint8Array, name: string): Packed[] {
  const files: Packed[] = []
  unpack(bytes, name, (file) => {
    if (/^json\/[^/]+\.json$/.test(file.name)) files.push({ name: file.name, originalSize: file.originalSize })
    return false
  })
  return files
}

/** As many files as may be held unpacked at once, in their order. */
function batchesOf(files: readonly Packed[]): Packed[][] {
  const batches: Packed[][] = []
  let held = 0
  for (const file of files) {
    // What is too large is not unpacked.
    const size = file.originalSize > mostFileBytes ? 0 : file.originalSize
    const last = batches.at(-1)
    if (last === undefined || last.length === batch.files || held + size > batch.bytes) {
      batches.push([file])
      held = size
    } else {
      last.push(file)
      held += size
    }
  }
  return batches
}

function unpack(bytes: Uint8Array, name: string, filter: (file: Packed) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch (cause) {
    throw new TranscriptError(`${name} is a damaged archive: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      cause,
    })
  }
}

function found(file: string, read: () => string): FoundRecord {
  try {
    return { file, kind: 'read', recorded: readRecord(read(), file) }
  } catch (error) {
    if (error instanceof TranscriptError) return { file, kind: 'unread', reason: error.message }
    throw error
  }
}
