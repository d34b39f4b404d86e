import type OpenAI from 'openai'
import type { ModelCall, ModelHealth } from './model.ts'
import type { JsonSchema } from './wire-schema.ts'

export type Structured = NonNullable<ModelHealth['structured']>

/** What an endpoint takes, as far as it is known: assumed until a request is rejected for it. */
export interface Accepted {
  structured: Structured
  /** The parameter that limits a reply's tokens; null when none is taken. */
  limit: 'max_tokens' | 'max_completion_tokens' | null
  temperature: boolean
  /** Whether a stream may be asked for its usage. */
  usage: boolean
}

/** From the most that is asked for to the least. */
const forms = ['json-schema', 'json-object', 'text'] as const
const limits = ['max_tokens', 'max_completion_tokens', null] as const

/** What two calls have learnt, either of which may have begun before the other had ended. */
export const learntByBoth = (one: Accepted, other: Accepted): Accepted => ({
  structured: forms[Math.max(forms.indexOf(one.structured), forms.indexOf(other.structured))] ?? 'text',
  limit: limits[Math.max(limits.indexOf(one.limit), limits.indexOf(other.limit))] ?? null,
  temperature: one.temperature && other.temperature,
  usage: one.usage && other.usage,
})

export const assumedAtFirst: Accepted = { structured: 'json-schema', limit: 'max_tokens', temperature: true, usage: true }

/** The shape a reply is to have. */
export interface ReplyForm {
  name: string
  schema: JsonSchema
}

export interface RequestOptions {
  model: string
  call: ModelCall
  accepted: Accepted
  form: ReplyForm | null
}

/** The request for a call, in terms that the endpoint accepts. */
export function requestBody({ model, call, accepted, form }: RequestOptions): OpenAI.ChatCompletionCreateParamsStreaming {
  const { limit, temperature, usage, structured } = accepted
  return {
    model,
    messages: form === null || structured === 'json-schema' ? call.messages : withSchema(call.messages, form),
    stream: true,
    ...(usage ? { stream_options: { include_usage: true } } : {}),
    ...(limit === null ? {} : { [limit]: call.maxTokens }),
    ...(temperature && call.temperature !== undefined ? { temperature: call.temperature } : {}),
    ...(form === null ? {} : responseFormat(structured, form)),
  }
}

function responseFormat(structured: Structured, { name, schema }: ReplyForm) {
  switch (structured) {
    case 'json-schema':
      return { response_format: { type: 'json_schema' as const, json_schema: { name, strict: true, schema } } }
    case 'json-object':
      return { response_format: { type: 'json_object' as const } }
    case 'text':
      return {}
  }
}

/** An endpoint that takes no schema is shown it as data, behind the last message: some endpoints reject two of one role in a row. */
function withSchema(messages: ModelCall['messages'], { schema }: ReplyForm): ModelCall['messages'] {
  const last = messages.at(-1)
  if (last === undefined) return messages
  return [...messages.slice(0, -1), { ...last, content: `${last.content}\n\n${JSON.stringify({ reply_json_schema: schema })}` }]
}

/**
 * What is left to send when a request was rejected with these words; null when they name nothing that could be left out. A rejected
 * request for an object takes the next simpler form of output, even when the words do not say why.
 */
export function withoutRejected(
  sent: Accepted,
  { words, form, call }: { words: string; form: ReplyForm | null; call: ModelCall },
): Accepted | null {
  if (sent.limit !== null && /max_(?:completion_)?tokens/.test(words)) {
    return { ...sent, limit: sent.limit === 'max_tokens' ? 'max_completion_tokens' : null }
  }
  if (sent.temperature && call.temperature !== undefined && /temperature/i.test(words)) return { ...sent, temperature: false }
  if (sent.usage && /stream_options|include_usage/.test(words)) return { ...sent, usage: false }
  if (form === null || sent.structured === 'text') return null
  return { ...sent, structured: sent.structured === 'json-schema' ? 'json-object' : 'text' }
}
