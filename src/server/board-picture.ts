import { z } from 'zod'
import { type BoardPicture, maxPictureBytes, maxPictureSide } from '#src/domain/workspace.ts'
import { pngSize } from './png-size.ts'
import { Problem } from './problem.ts'

const sideSchema = z.number().min(1).max(maxPictureSide)
const sizeSchema = z.object({ width: sideSchema, height: sideSchema })

/** A picture of a board out of the bytes that came. Throws Problem for what is no PNG, and for one that is too large. */
export function readPicture(png: Uint8Array): BoardPicture {
  if (png.byteLength > maxPictureBytes)
    throw new Problem(413, 'too-large', `A picture of a board may have ${maxPictureBytes} bytes. Send a smaller one.`)
  const size = pngSize(png)
  if (size === null) throw new Problem(422, 'no-picture', 'This is no PNG that can be read. Send the board as a PNG.')
  const read = sizeSchema.safeParse(size)
  if (!read.success)
    throw new Problem(
      422,
      'picture-too-large',
      `A picture of a board has 1 to ${maxPictureSide} pixels on each side; this one has ${size.width} by ${size.height}.`,
    )
  return { png, ...read.data }
}
