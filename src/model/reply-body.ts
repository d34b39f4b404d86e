import { bodyOf } from './endpoint-fetch.ts'
import { type CompletionEvent, eventStream, eventsOf } from './read-completion.ts'
import type { ModelClock } from './watch.ts'

/** The body of a reply, read as it comes. */
export interface ReplyBody {
  /** Null at the end, when the connection breaks, and when the signal is aborted. */
  read(): Promise<Uint8Array | null>
  /** Whether there was no more to read although the body had not ended. */
  isCutOff(): boolean
  cancel(): void
}

/** More than this is not taken in before it is read. Bytes. */
const heldAtMost = 262_144

/** Takes in the body of a response at once. A response without one has ended. */
export function replyBody(response: Response, signal: AbortSignal): ReplyBody {
  const stream = bodyOf(response)
  let held: Uint8Array[] = []
  let size = 0
  let hasEnded = stream === null
  let isBroken = false
  let wake: () => void = () => undefined

  const end = (broken: boolean) => {
    isBroken ||= broken && !hasEnded
    hasEnded = true
    wake()
  }
  stream?.on('data', (bytes: Uint8Array) => {
    held.push(bytes)
    size += bytes.byteLength
    if (size > heldAtMost) stream.pause()
    wake()
  })
  stream?.on('end', () => end(false))
  stream?.on('error', () => end(true)) // the caller is told by isCutOff
  stream?.on('close', () => end(true))
  const cancel = () => void stream?.destroy()
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })

  const taken = (): Uint8Array => {
    const bytes = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held)
    held = []
    size = 0
    if (stream?.isPaused()) stream.resume()
    return bytes
  }
  const read = async (): Promise<Uint8Array | null> => {
    while (held.length === 0) {
      if (hasEnded) return null
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return taken()
  }
  return { read, isCutOff: () => isBroken || signal.aborted, cancel }
}

/** How a stream may begin, a single character of it included; some endpoints do not say that theirs is one. */
const streamStart = /^\s*(?:[:deir]|$)/

/** What a reply holds, as it comes: several events at once, or none; null at the end. */
export interface CompletionReader {
  next(): Promise<readonly CompletionEvent[] | null>
}

/** The events of a stream, or of the whole completion that some endpoints send although a stream was asked for. */
export function completionReader(response: Response, { read, isCutOff }: Pick<ReplyBody, 'read' | 'isCutOff'>): CompletionReader {
  let isStream = /\bevent-stream\b/.test(response.headers.get('content-type') ?? '') ? true : null
  let isOver = false
  const stream = eventStream()
  return {
    next: async () => {
      if (isOver) return null
      const bytes = await read()
      isOver = bytes === null
      if (bytes === null) return isStream === null ? null : stream.end()
      isStream ??= streamStart.test(new TextDecoder().decode(bytes, { stream: true }))
      if (isStream) return stream.push(bytes)
      isOver = true
      const text = await textFrom(bytes, read)
      return [{ type: 'whole' }, ...(isCutOff() ? [] : eventsOf(text))]
    },
  }
}

async function textFrom(first: Uint8Array, read: ReplyBody['read']): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for (let bytes: Uint8Array | null = first; bytes !== null; bytes = await read()) text += decoder.decode(bytes, { stream: true })
  return text
}

/** Reads what an endpoint still sends behind its last event, for so long, so that the connection can serve the next call. */
export function drain(body: ReplyBody, { clock, milliseconds }: { clock: ModelClock; milliseconds: number }): void {
  const giveUp = clock.after(milliseconds, body.cancel)
  const readOn = async () => {
    while ((await body.read()) !== null) {
      // nothing in it concerns us
    }
    giveUp()
  }
  void readOn()
}
