import { decodeText } from '#src/domain/decode-text.ts'
import { maxSourceBytes } from '#src/domain/import.ts'

export type ReadFile = { ok: true; text: string; fileName: string } | { ok: false; message: string }

/** The words of a file that was chosen: UTF-8, or UTF-16 that says so in its first bytes. Never rejects. */
export async function readTextFile(file: File): Promise<ReadFile> {
  const failed = (message: string): ReadFile => ({ ok: false, message })
  if (file.size > 2 * maxSourceBytes) return failed(`${file.name} has ${sizeWords(file.size)}; a transcript may have 2 MB.`)
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return failed(`${file.name} cannot be read. Was it moved or deleted meanwhile?`)
  }
  try {
    const text = decodeText(new Uint8Array(bytes))
    if (bytesOf(text) > maxSourceBytes) return failed(`${file.name} has ${sizeWords(bytesOf(text))}; a transcript may have 2 MB.`)
    return { ok: true, text, fileName: file.name.slice(-255) }
  } catch {
    return failed(`${file.name} is no text that can be read. Save it as plain text (UTF-8), or open it and copy what it says.`)
  }
}

export const bytesOf = (text: string): number => new Blob([text]).size

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
