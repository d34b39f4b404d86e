import { z } from 'zod'
import { askObject } from './ask-object.ts'
import type { ModelHealth } from './model.ts'
import { type Endpoint, streamCall } from './stream-call.ts'

const readySchema = z.object({ ready: z.boolean() })
/** Enough for a model that thinks before it says anything. */
const maxTokens = 1000
/** Data, not wording: any reply to it will do. */
const content = JSON.stringify({ ready: true })

/** Tries an endpoint as an interview uses it: a streamed reply, then an object. */
export async function checkHealth(endpoint: Endpoint, signal: AbortSignal | undefined): Promise<ModelHealth> {
  const { clock } = endpoint
  const call = {
    prompt: 'health-check',
    messages: [{ role: 'user' as const, content }],
    maxTokens,
    ...(signal ? { signal } : {}),
  }
  const start = clock.now()
  let millisecondsToFirstToken: number | null = null
  const onText = () => {
    millisecondsToFirstToken ??= clock.now() - start
  }
  const reply = await streamCall(endpoint, { call, form: null, onText })
  if (!reply.ok) {
    const reachable = !['unreachable', 'timeout', 'aborted'].includes(reply.failure.kind) || millisecondsToFirstToken !== null
    return { reachable, streams: reply.streamed, structured: null, millisecondsToFirstToken, problem: reply.failure.message }
  }
  const object = await askObject(endpoint, { ...call, schema: readySchema, schemaName: 'ready' })
  return {
    reachable: true,
    streams: reply.streamed,
    structured: object.ok ? object.structured : null,
    millisecondsToFirstToken,
    problem: object.ok ? null : object.failure.message,
  }
}
