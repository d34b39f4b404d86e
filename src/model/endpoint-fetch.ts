import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { restingAgents } from './resting-connections.ts'

/** Endpoints hang up on connections that are idle; ours are given up before most of them do. Milliseconds. */
const idleMs = 4000
const agents = restingAgents({ keepAlive: true, timeout: idleMs })

/** Bodies of good responses, as Node gives them. */
const bodies = new WeakMap<Response, IncomingMessage>()

/** The body of a response of `endpointFetch`, which its own `body` lacks; null for any other response. */
export const bodyOf = (response: Response): IncomingMessage | null => bodies.get(response) ?? null

/**
 * `fetch` as the SDK calls it, over Node's own client. Reading a token through a web stream costs as much as all the rest of relaying it, so the body
 * of a good response is for `bodyOf`; that of another is in the response. Rejects when there is no connection, or when it is aborted.
 */
export async function endpointFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  if (input instanceof Request || (init.body != null && typeof init.body !== 'string')) return await fetch(input, init)
  const message = await sent(new URL(input), init)
  const status = message.statusCode ?? 0
  if (status >= 300 && status < 400 && message.headers.location !== undefined) {
    message.destroy()
    return await fetch(input, init)
  }
  const headers = headersOf(message)
  if (status < 200 || status >= 300) return new Response(await text(message), { status, headers })
  const response = new Response(null, { status, headers })
  bodies.set(response, message)
  return response
}

function sent(url: URL, { method = 'GET', headers, body, signal }: RequestInit): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  const options = {
    method,
    headers: { ...Object.fromEntries(new Headers(headers)), 'accept-encoding': 'identity' },
    agent: isSecure ? agents.https : agents.http,
    ...(signal ? { signal } : {}),
  }
  return new Promise((resolve, reject) => {
    const request = (isSecure ? httpsRequest : httpRequest)(url, options, (message) => {
      // The reply has deadlines of its own, and this one would be put off with every token; the agent sets it again when the connection is idle.
      message.socket.setTimeout(0)
      resolve(message)
    })
    request.on('error', reject)
    request.end(body)
  })
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  return headers
}
