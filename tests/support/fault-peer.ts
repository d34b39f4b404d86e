import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** One request, and the wire it is answered on. */
export interface Exchange {
  /** Sends a status and headers, and nothing of a body. */
  open(status?: number, headers?: Record<string, string>): void
  /** Sends each piece in a packet of its own. */
  send(...pieces: (string | Uint8Array)[]): Promise<void>
  /** Ends the body as if all were well. */
  end(): void
  /** Breaks the connection with a TCP reset. */
  reset(): void
  /** Resolves when the caller has hung up. */
  gone: Promise<void>
}

export type Reply = (exchange: Exchange) => void | Promise<void>

export interface SentRequest {
  path: string
  headers: Record<string, string | string[] | undefined>
  body: Record<string, unknown>
}

export interface FaultPeer {
  /** For OPENAI_BASE_URL. */
  baseUrl: string
  requests: SentRequest[]
  /** Resolves once so many requests have come. */
  requested(count: number): Promise<void>
  /** Resolves after a request of its own came back: what was sent before has been read by then. */
  roundTrip(): Promise<void>
}

/** An endpoint whose wire breaks as a test says, reply by reply. A request beyond the last reply is rejected for good. */
export async function startFaultPeer(...replies: Reply[]): Promise<FaultPeer> {
  const left = [...replies]
  const requests: SentRequest[] = []
  let waiting: { count: number; resolve: () => void }[] = []
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.end('here')
    let json = ''
    for await (const piece of request) json += piece
    requests.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(json) })
    waiting
      .filter(({ count }) => count <= requests.length)
      .forEach(({ resolve }) => {
        resolve()
      })
    waiting = waiting.filter(({ count }) => count > requests.length)
    await (left.shift() ?? unexpected)(exchangeOn(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    baseUrl: `${origin}/v1`,
    requests,
    requested: (count) =>
      requests.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    roundTrip: async () => {
      await (await fetch(origin)).text()
    },
  }
}

function exchangeOn(response: ServerResponse): Exchange {
  const gone = new Promise<void>((resolve) => response.once('close', resolve))
  return {
    open: (status = 200, headers = { 'content-type': 'text/event-stream' }) => {
      response.writeHead(status, headers)
      response.flushHeaders()
    },
    send: async (...pieces) => {
      for (const piece of pieces) {
        // A caller that hung up is no fault of the peer.
        await new Promise<void>((resolve) => response.write(piece, () => resolve()))
      }
    },
    end: () => void response.end(),
    reset: () => void response.socket?.resetAndDestroy(),
    gone,
  }
}

const unexpected: Reply = rejects(418, { error: { message: 'This test did not expect such a call.' } })

const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`

/** One chunk of a streamed completion. */
export const chunk = (delta: Record<string, unknown>, finish: string | null = null): string =>
  event({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })

/** The chunk that carries what a reply took, and no choice. */
export const usageChunk = event({ choices: [], usage: { prompt_tokens: 11, completion_tokens: 7 } })
export const doneLine = 'data: [DONE]\n\n'

/** A reply without a fault, in these texts. */
export const streams = (...texts: string[]): Reply =>
  sends(...texts.map((content) => chunk({ content })), chunk({}, 'stop'), usageChunk, doneLine)

/** A stream of exactly these pieces, that ends cleanly behind them. */
export function sends(...pieces: (string | Uint8Array)[]): Reply {
  return async ({ open, send, end }) => {
    open()
    await send(...pieces)
    end()
  }
}

/** A whole body at once: an error, or a completion where a stream was asked for. */
export function rejects(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return async ({ open, send, end }) => {
    open(status, { 'content-type': 'application/json', ...headers })
    await send(typeof body === 'string' ? body : JSON.stringify(body))
    end()
  }
}
