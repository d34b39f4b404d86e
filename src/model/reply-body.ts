import { type CompletionEvent, eventsOf, readEventStream } from './read-completion.ts'
import type { ModelClock } from './watch.ts'

/** The body of a reply, read as it comes. */
export interface ReplyBody {
  /** Null at the end, when the connection breaks, and when the signal is aborted. */
  read(): Promise<Uint8Array | null>
  /** Whether there was no more to read although the body had not ended. */
  isCutOff(): boolean
  cancel(): void
}

export function replyBody(response: Response, signal: AbortSignal): ReplyBody {
  const reader = response.body?.getReader()
  let isBroken = false
  const read = async () => {
    try {
      const result = await reader?.read()
      return result?.value ?? null
    } catch {
      isBroken = true // the caller is told by isCutOff
      return null
    }
  }
  const cancel = () => void reader?.cancel().catch(() => undefined) // nothing is left to be told
  signal.addEventListener('abort', cancel, { once: true })
  return { read, isCutOff: () => isBroken || signal.aborted, cancel }
}

/** How a stream may begin, a single character of it included; some endpoints do not say that theirs is one. */
const streamStart = /^\s*(?:[:deir]|$)/

/** The events of a stream, or of the whole completion that some endpoints send although a stream was asked for. */
export async function* completionEvents(response: Response, body: Pick<ReplyBody, 'read' | 'isCutOff'>) {
  yield* /\bevent-stream\b/.test(response.headers.get('content-type') ?? '') ? readEventStream(body.read) : unlabelled(body)
}

async function* unlabelled({ read, isCutOff }: Pick<ReplyBody, 'read' | 'isCutOff'>): AsyncGenerator<CompletionEvent> {
  const first = await read()
  if (first === null) return
  const decoder = new TextDecoder()
  let text = decoder.decode(first, { stream: true })
  if (streamStart.test(text)) {
    let given: Uint8Array | null = first
    yield* readEventStream(async () => {
      const bytes = given ?? (await read())
      given = null
      return bytes
    })
    return
  }
  yield { type: 'whole' }
  for (let bytes = await read(); bytes !== null; bytes = await read()) text += decoder.decode(bytes, { stream: true })
  if (!isCutOff()) yield* eventsOf(text)
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
