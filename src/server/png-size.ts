import { crc32 } from 'node:zlib'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Of a chunk: the length of its data, its name, its checksum. */
const [lengthBytes, nameBytes, checksumBytes] = [4, 4, 4]
const headerBytes = 13

/**
 * Width and height of a PNG in pixels, as its header says. Null for what is no PNG, has anything before, between or behind its chunks, or a chunk that is
 * damaged.
 */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (signature.some((byte, at) => bytes[at] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: { width: number; height: number } | null = null
  let at = signature.length
  while (at + lengthBytes + nameBytes + checksumBytes <= bytes.length) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + lengthBytes, at + lengthBytes + nameBytes))
    const data = at + lengthBytes + nameBytes
    const next = data + length + checksumBytes
    if (next > bytes.length) return null
    if (crc32(bytes.subarray(at + lengthBytes, data + length)) !== view.getUint32(data + length)) return null
    if ((size === null) !== (name === 'IHDR')) return null
    if (name === 'IHDR') {
      if (length !== headerBytes) return null
      size = { width: view.getUint32(data), height: view.getUint32(data + 4) }
    }
    if (name === 'IEND') return length === 0 && next === bytes.length ? size : null
    at = next
  }
  return null
}
