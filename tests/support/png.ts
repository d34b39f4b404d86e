import { crc32, deflateSync } from 'node:zlib'

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export function chunk(name: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([uint32(data.byteLength), body, uint32(crc32(body))])
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Eight bits of grey a pixel. */
export const header = (width: number, height: number): Buffer =>
  chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]))

/** A white picture that any reader of PNG takes. `text`: words that it carries along. */
export function png({ width, height, text = '' }: { width: number; height: number; text?: string }): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 0xff)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const words = text === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))]
  return Buffer.concat([pngSignature, header(width, height), ...words, chunk('IDAT', deflateSync(rows)), chunk('IEND')])
}
