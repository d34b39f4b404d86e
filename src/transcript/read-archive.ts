import { strFromU8, unzipSync } from 'fflate'
import { readRecord } from './read-record.ts'
import { TranscriptError } from './read-transcript.ts'
import type { Recorded } from './record-to-json.ts'

/** A file with one interview, or why none can be read from it. */
export type FoundRecord = { file: string; kind: 'read'; recorded: Recorded } | { file: string; kind: 'unread'; reason: string }

/** Of one file in an archive, bytes; an interview of three hours comes to a twentieth of it. */
const mostFileBytes = 32 * 1024 * 1024
/** Files unpacked at a time. */
const batch = 20

/** The interviews of an exported file: a JSON or Markdown file itself, or those under json/ in an archive. Throws TranscriptError for an archive that is none. */
export function* recordsIn(bytes: Uint8Array, name: string): Generator<FoundRecord> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return yield found(name, () => strFromU8(bytes))
  const files = namesIn(bytes, name)
  if (files.length === 0)
    throw new TranscriptError(`${name} is no archive that Hotseat made: there is nothing under json/ in it.`)
  for (let at = 0; at < files.length; at += batch) {
    const wanted = files.slice(at, at + batch)
    const unpacked = unpack(bytes, name, ({ name: file, originalSize }) => wanted.includes(file) && originalSize <= mostFileBytes)
    for (const file of wanted)
      yield found(file, () => {
        const content = unpacked[file]
        if (content === undefined) throw new TranscriptError(`${file} is too large for an interview.`)
        return strFromU8(content)
      })
  }
}

function namesIn(bytes: Uint8Array, name: string): string[] {
  const names: string[] = []
  unpack(bytes, name, (file) => {
    if (/^json\/[^/]+\.json$/.test(file.name)) names.push(file.name)
    return false
  })
  return names
}

function unpack(bytes: Uint8Array, name: string, filter: (file: { name: string; originalSize: number }) => boolean) {
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
