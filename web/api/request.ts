import { z } from 'zod'
import { noSpace } from '#src/protocol/space.ts'

/** Why a request gave nothing. `message` is a sentence that can be shown. */
export interface Failure {
  /** `no-space`: one comes in by the access secret. */
  kind: 'signed-out' | 'no-space' | 'not-found' | 'unreachable' | 'refused' | 'unreadable'
  message: string
  /** What the server calls it. */
  code?: string
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failure: Failure }

interface RequestOptions<Schema extends z.ZodType> {
  path: string
  answer: Schema
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** A file instead of a body. */
  file?: Blob
  signal?: AbortSignal
}

const problemSchema = z.object({ error: z.object({ code: z.string().optional(), message: z.string() }) })

/** One request to the server; the answer is parsed before anything sees it. Throws only when aborted. */
export async function request<Schema extends z.ZodType>(options: RequestOptions<Schema>): Promise<Outcome<z.infer<Schema>>> {
  const { path, answer, method = 'GET', body, file, signal } = options
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...(file === undefined ? {} : { headers: { 'content-type': 'application/octet-stream' }, body: file }),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    return failed('unreachable', 'The server did not answer.')
  }
  const content = await response.json().catch(() => null)
  if (!response.ok) return refusal(response.status, content)
  const parsed = answer.safeParse(content)
  if (parsed.success) return { ok: true, value: parsed.data }
  return failed(
    'unreadable',
    'The server answered with something that this page does not understand. Reload the page to get the matching one.',
  )
}

function refusal(status: number, content: unknown): Outcome<never> {
  const problem = problemSchema.safeParse(content)
  const message = problem.success ? problem.data.error.message : `The server refused this (${status}).`
  // Another problem of who comes in, such as a wrong secret, is told where it was entered.
  if (status === 401) return failed(problem.data?.error.code === noSpace ? 'no-space' : 'signed-out', message)
  if (status === 404) return failed('not-found', message)
  if (status === 502 || status === 503 || status === 504) return failed('unreachable', message)
  return failed('refused', message, problem.data?.error.code)
}

const failed = (kind: Failure['kind'], message: string, code?: string): Outcome<never> => ({
  ok: false,
  failure: { kind, message, ...(code === undefined ? {} : { code }) },
})
