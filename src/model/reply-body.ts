import { bodyOf } from './endpoint-fetch.ts'
import { type CompletionEvent, eventStream, eventsOf } from './read-completion.ts'
import { restsOf } from './resting-connections.ts'
import type { ModelClock } from './watch.ts'

/** How the reading of a body ended: with all of it, before its end, or since enough was read. */
export type BodyEnd = 'complete' | 'cut-off' | 'enough'

export interface BodyOptions {
  /** Once aborted, there is no more to read. */
  signal: AbortSignal
  /** How long the connection rests where `onBytes` allows it; 0: not at all. */
  restMs: number
  /** Told of bytes as they come, at once and not when somebody asks: a token passes many hands. Says when it wants more. */
  onBytes: (bytes: Uint8Array) => 'at-once' | 'after-a-rest' | 'never'
}

/** Reads the body of a response. Rejects with what `onBytes` throws, and with nothing else. */
export function readBody(response: Response, { signal, restMs, onBytes }: BodyOptions): Promise<BodyEnd> {
  const body = bodyOf(response)
  if (body === null) return Promise.resolve('complete')
  const rest = restMs > 0 ? restsOf(body, restMs) : () => undefined
  return new Promise((resolve, reject) => {
    const end = (how: BodyEnd) => {
      signal.removeEventListener('abort', abort)
      body.off('data', take)
      resolve(how)
    }
    const abort = () => {
      body.destroy()
      end('cut-off')
    }
    const take = (bytes: Uint8Array) => {
      try {
        const more = onBytes(bytes)
        if (more === 'never') end('enough')
        else if (more === 'after-a-rest') rest()
      } catch (error) {
        body.destroy()
        reject(error)
      }
    }
    body.on('data', take)
    body.on('end', () => end('complete'))
    // What broke is the endpoint's affair: the caller learns that the body did not end.
    body.on('error', () => end('cut-off'))
    body.on('close', () => end('cut-off'))
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}

/** How a stream may begin, a single character of it included; some endpoints do not say that theirs is one. */
const streamStart = /^\s*(?:[:deir]|$)/

/** The events of a stream, or of the whole completion that some endpoints send although a stream was asked for. */
export interface CompletionReader {
  push(bytes: Uint8Array): void
  /** The body has ended so: tells what is left. */
  end(how: BodyEnd): void
}

export function completionReader(response: Response, onEvent: (event: CompletionEvent) => void): CompletionReader {
  const stream = eventStream(onEvent)
  const decoder = new TextDecoder()
  let isStream = /\bevent-stream\b/.test(response.headers.get('content-type') ?? '') ? true : null
  let whole = ''
  return {
    push: (bytes) => {
      if (isStream) return stream.push(bytes)
      const isFirst = isStream === null
      const text = decoder.decode(bytes, { stream: true })
      isStream ??= streamStart.test(text)
      if (isStream) return stream.push(bytes)
      whole += text
      if (isFirst) onEvent({ type: 'whole' })
    },
    end: (how) => {
      if (isStream) return stream.end()
      if (isStream === false && how === 'complete') for (const event of eventsOf(whole)) onEvent(event)
    },
  }
}

/** Lets an endpoint send what it has behind its last event, for so long, so that the connection can serve the next call. */
export function drain(response: Response, { clock, milliseconds }: { clock: ModelClock; milliseconds: number }): void {
  const body = bodyOf(response)
  if (body === null || body.readableEnded || body.destroyed) return
  const giveUp = clock.after(milliseconds, () => void body.destroy())
  body.on('close', giveUp)
  body.resume()
}
