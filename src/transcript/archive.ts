import { strToU8, Zip, ZipDeflate } from 'fflate'

export interface ArchivedFile {
  /** With forward slashes. */
  name: string
  text: string
}

/**
 * Files as one zip archive, made as it is read: no more than one file is held at a time. `at`: epoch milliseconds, the time that the files bear. Fails as
 * `files` does.
 */
export function archiveOf(files: AsyncIterable<ArchivedFile>, at: number): ReadableStream<Uint8Array> {
  const source = files[Symbol.asyncIterator]()
  let zip: Zip
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        zip = new Zip((error, chunk, isLast) => {
          if (error !== null) return controller.error(error)
          if (chunk.length > 0) controller.enqueue(chunk)
          if (isLast) controller.close()
        })
      },
      pull: async () => {
        const { done, value } = await source.next()
        if (done === true) return zip.end()
        const file = new ZipDeflate(value.name, { level: 6 })
        file.mtime = at
        zip.add(file)
        file.push(strToU8(value.text), true)
      },
      cancel: async () => {
        await source.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
