import type { z } from 'zod'
import { failureOf } from './failure.ts'
import type { ModelCall, ObjectResult, Usage } from './model.ts'
import { readObject } from './read-object.ts'
import type { ReplyForm, Structured } from './request-body.ts'
import { type Endpoint, streamCall } from './stream-call.ts'
import { wireSchema } from './wire-schema.ts'

export type AskedObject<T> = ObjectResult<T> & {
  /** The form of output that the endpoint took; null when it gave no reply. */
  structured: Structured | null
}

/** Asks for a value of a schema's shape. A reply of another shape goes back once, with what is wrong with it. */
export async function askObject<T>(
  endpoint: Endpoint,
  call: ModelCall & { schema: z.ZodType<T>; schemaName: string },
): Promise<AskedObject<T>> {
  const form = { name: call.schemaName, schema: wireSchema(call.schema) }
  const first = await streamCall(endpoint, { call, form })
  if (!first.ok) return { ok: false, failure: first.failure, usage: first.usage, structured: null }
  const reading = readObject(first.text, call.schema)
  const { structured } = first.accepted
  if (reading.ok) return { ...reading, usage: first.usage, structured }

  const second = await streamCall(endpoint, { call: repairing(call, { reply: first.text, faults: reading.faults, form }), form })
  const usage = sum(first.usage, second.usage)
  if (!second.ok) return { ok: false, failure: second.failure, usage, structured }
  const mended = readObject(second.text, call.schema)
  if (mended.ok) return { ...mended, usage, structured }
  return { ok: false, failure: failureOf('no-object', endpoint.shown, second.text), usage, structured }
}

/** The faults travel as data: what we say to a model in words stands in prompts/. */
function repairing(call: ModelCall, { reply, faults, form }: { reply: string; faults: string[]; form: ReplyForm }): ModelCall {
  return {
    ...call,
    prompt: `${call.prompt}+repair`,
    messages: [
      ...call.messages,
      { role: 'assistant', content: reply },
      { role: 'user', content: JSON.stringify({ faults_of_the_reply: faults, reply_json_schema: form.schema }) },
    ],
  }
}

function sum(first: Usage | null, second: Usage | null): Usage | null {
  if (first === null || second === null) return first ?? second
  return {
    promptTokens: first.promptTokens + second.promptTokens,
    completionTokens: first.completionTokens + second.completionTokens,
  }
}
