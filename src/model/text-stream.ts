import type { StreamPart } from './model.ts'

/** What a stream is made from. */
export interface TextSource {
  /** Called when the first part is asked for; gives the part that ends the stream. Rejects for a fault of ours only. */
  begin(onText: (text: string) => void): Promise<StreamPart>
  /** The listener has stopped listening. */
  stop(): void
}

type Result = IteratorResult<StreamPart, undefined>

/**
 * Parts as they come, for one listener: what is read in one turn of the event loop (TLS gives each of its records by itself), and what comes while the
 * listener is busy, is handed on together. Written by hand and not as an async generator, which goes several times through the queue of promises for
 * every part.
 */
export function textStream(source: TextSource): AsyncIterable<StreamPart> {
  return { [Symbol.asyncIterator]: () => partsOf(source) }
}

function partsOf(source: TextSource): AsyncIterator<StreamPart, undefined> {
  let begun: Promise<void> | null = null
  let waiting = ''
  /** How many pieces of the source are waiting. */
  let chunks = 0
  /** How it ended; `isTold` once the listener knows. */
  let end: { last: StreamPart; isTold: boolean } | { fault: unknown } | null = null
  let listener: { hear(result: Result): void; fail(fault: unknown): void } | null = null

  /** Hands on what there is, if anybody waits for it. */
  const tell = () => {
    if (listener === null || (waiting === '' && end === null)) return
    const { hear, fail } = listener
    listener = null
    if (waiting !== '') hear(textSoFar())
    else if (end === null || 'fault' in end) fail(end?.fault)
    else if (end.isTold) hear({ done: true, value: undefined })
    else {
      end.isTold = true
      hear({ done: false, value: end.last })
    }
  }
  const textSoFar = (): Result => {
    const value: StreamPart = { type: 'text', text: waiting, ...(chunks > 1 && { chunks }) }
    waiting = ''
    chunks = 0
    return { done: false, value }
  }
  const begin = () =>
    source
      .begin((text) => {
        if (waiting === '') setImmediate(tell)
        waiting += text
        chunks += 1
      })
      .then(
        (last) => {
          end = { last, isTold: false }
          tell()
        },
        (fault: unknown) => {
          end = { fault }
          tell()
        },
      )

  return {
    next: () => {
      begun ??= begin()
      return new Promise((hear, fail) => {
        listener = { hear, fail }
        tell()
      })
    },
    return: async () => {
      source.stop()
      await begun
      if (end !== null && 'fault' in end) throw end.fault
      return { done: true, value: undefined }
    },
  }
}
