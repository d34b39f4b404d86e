import OpenAI from 'openai'
import { endpointFetch } from './endpoint-fetch.ts'

/** Far beyond our own deadlines, which are kept by the injected clock. */
const never = 2 ** 31 - 1

/** The SDK's client with what we do ourselves turned off: retries, deadlines, and a log that would show what candidates say. */
export function endpointClient({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey === '' ? 'none' : apiKey,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: never,
    logLevel: 'off',
    fetch: fetchWithErrorWords,
    ...(apiKey === '' ? { defaultHeaders: { authorization: null } } : {}),
  })
}

/** The SDK reads an error's words from `error` alone; several servers put them elsewhere, and without them no rejected parameter is found. */
async function fetchWithErrorWords(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await endpointFetch(input, init)
  if (response.ok) return response
  const text = await response.text()
  const { status, headers } = response
  return new Response(JSON.stringify({ error: errorFields(text) }), { status, headers: withoutLength(headers) })
}

function errorFields(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return { message: text }
    if (!('error' in body)) return { ...body, message: text }
    return typeof body.error === 'object' && body.error !== null ? body.error : { message: text }
  } catch {
    return { message: text }
  }
}

function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) kept.delete(name)
  kept.set('content-type', 'application/json')
  return kept
}
