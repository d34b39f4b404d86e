import type OpenAI from 'openai'
import type { FailureCause } from './failure.ts'
import type { ModelCall, ModelHealth, ModelMessage } from './model.ts'
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
  /** Whether a message may hold a picture. */
  pictures: boolean
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
  pictures: one.pictures && other.pictures,
})

export const assumedAtFirst: Accepted = {
  structured: 'json-schema',
  limit: 'max_tokens',
  temperature: true,
  usage: true,
  pictures: true,
}

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
  const { limit, temperature, usage, structured, pictures } = accepted
  const messages = form === null || structured === 'json-schema' ? call.messages : withSchema(call.messages, form)
  return {
    model,
    messages: messages.map((message) => (pictures ? withPicture(message) : wordsOf(message))),
    stream: true,
    ...(usage ? { stream_options: { include_usage: true } } : {}),
    ...(limit === null ? {} : { [limit]: call.maxTokens }),
    ...(temperature && call.temperature !== undefined ? { temperature: call.temperature } : {}),
    ...(form === null ? {} : responseFormat(structured, form)),
  }
}

const wordsOf = ({ role, content }: ModelMessage) => ({ role, content })

/** In full detail: a drawing's labels are too small to read in the little one. */
function withPicture({ role, content, picture }: ModelMessage): OpenAI.ChatCompletionMessageParam {
  if (role !== 'user' || picture === undefined) return { role, content }
  return {
    role,
    content: [
      { type: 'text', text: content },
      { type: 'image_url', image_url: { url: picture.url, detail: 'high' } },
    ],
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

interface Rejection {
  cause: FailureCause
  words: string
  form: ReplyForm | null
  call: ModelCall
}

/**
 * What is left to send when a request was rejected; null when nothing could be left out. A picture is left out, and for an object the next simpler
 * form of output taken, even when the words do not say why.
 */
export function withoutRejected(sent: Accepted, rejection: Rejection): Accepted | null {
  const { cause, words, form, call } = rejection
  const isRequest = cause === 'bad-request'
  if (isRequest && sent.limit !== null && /max_(?:completion_)?tokens/.test(words)) {
    return { ...sent, limit: sent.limit === 'max_tokens' ? 'max_completion_tokens' : null }
  }
  if (isRequest && sent.temperature && call.temperature !== undefined && /temperature/i.test(words))
    return { ...sent, temperature: false }
  if (isRequest && sent.usage && /stream_options|include_usage/.test(words)) return { ...sent, usage: false }
  if (sent.pictures && mayBeForPicture(rejection)) return { ...sent, pictures: false }
  if (!isRequest || form === null || sent.structured === 'text') return null
  return { ...sent, structured: sent.structured === 'json-schema' ? 'json-object' : 'text' }
}

const namesPictures = /\bimages?\b|image_url|\bvision\b|multi-?modal|mmproj/i

/** For this one call; whether for later ones too its words say. Some servers say by a 404 or a 500 that a model sees no pictures; what a picture makes too long for a model is read without it. */
function mayBeForPicture({ cause, words, call }: Rejection): boolean {
  if (call.messages.every(({ picture }) => picture === undefined)) return false
  if (cause === 'bad-request' || cause === 'context-full') return true
  return (cause === 'not-found' || cause === 'server-error') && namesPictures.test(words)
}
