import { StringDecoder } from 'node:string_decoder'
import { createParser } from 'eventsource-parser'
import { z } from 'zod'
import { type ChunksAlike, chunksAlike } from './chunks-alike.ts'
import type { Usage } from './model.ts'

/** What a chat completion turned out to hold, streamed or whole. */
export type CompletionEvent =
  | { type: 'text'; text: string }
  /** Reasoning that is not for anybody's eyes, or another sign of life. */
  | { type: 'thought' }
  | { type: 'refusal' }
  /** It comes as one body, not as a stream. */
  | { type: 'whole' }
  | { type: 'usage'; usage: Usage }
  | { type: 'finish'; reason: string }
  /** The endpoint says that nothing more comes. */
  | { type: 'done' }
  /** An error inside a reply that had begun well. */
  | { type: 'error'; status: number | null; words: string }
  | { type: 'unreadable'; words: string }

const contentSchema = z.object({
  content: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
  refusal: z.string().nullish(),
})
const usageSchema = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() })
const choiceSchema = z.object({
  delta: contentSchema.nullish(),
  message: contentSchema.nullish(),
  finish_reason: z.string().nullish(),
})
const completionSchema = z.object({ choices: z.array(choiceSchema).nullish(), usage: usageSchema.nullish().catch(null) })
/** Endpoints put an error into `error` as an object or a text, or send its fields bare with `"object": "error"`. */
const errorFieldsSchema = z.object({
  message: z.string().catch(''),
  code: z.union([z.number(), z.string()]).nullish().catch(null),
  type: z.string().nullish().catch(null),
  status: z.number().nullish().catch(null),
})
const errorSchema = z.union([
  z.object({ error: z.union([errorFieldsSchema, z.string()]) }).transform(({ error }) => error),
  errorFieldsSchema.extend({ object: z.literal('error') }),
])

const byteOrderMark = /^\uFEFF/

/** An event stream as its bytes come; they may be cut anywhere. What they complete is told at once. */
export interface EventStream {
  push(bytes: Uint8Array): void
  /** The bytes have ended: tells what was begun. */
  end(): void
}

export function eventStream(onEvent: (event: CompletionEvent) => void): EventStream {
  const alike = chunksAlike()
  const parser = createParser({
    onEvent: ({ data }) => {
      const text = alike.textOf(data)
      if (text !== null) onEvent({ type: 'text', text })
      else if (data.trim() === '[DONE]') onEvent({ type: 'done' })
      else for (const event of eventsOf(data, alike)) onEvent(event)
    },
  })
  const decoder = new StringDecoder('utf8')
  let hasBegun = false
  return {
    push: (bytes) => {
      const text = decoder.write(bytes)
      parser.feed(hasBegun ? text : text.replace(byteOrderMark, ''))
      hasBegun ||= text !== ''
    },
    end: () => parser.reset({ consume: true }),
  }
}

/** The events of one chunk, or of a whole completion. */
export function eventsOf(json: string, alike?: ChunksAlike): CompletionEvent[] {
  const value = parsed(json)
  const text = textAlone(value)
  if (text !== null) {
    alike?.learn(json, text)
    return [{ type: 'text', text }]
  }
  const error = errorSchema.safeParse(value)
  if (error.success) return [errorEvent(error.data)]
  const completion = completionSchema.safeParse(value)
  if (!completion.success) return [{ type: 'unreadable', words: json }]
  const { choices, usage } = completion.data
  const events: CompletionEvent[] = []
  const choice = choices?.[0]
  const content = choice?.delta ?? choice?.message
  if (content?.refusal) events.push({ type: 'refusal' })
  if (content?.content) events.push({ type: 'text', text: content.content })
  else if (content?.reasoning_content || content?.reasoning) events.push({ type: 'thought' })
  if (choice?.finish_reason) events.push({ type: 'finish', reason: choice.finish_reason })
  if (usage) {
    events.push({ type: 'usage', usage: { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens } })
  }
  return events
}

/** The commonest chunk by far, a few words and nothing else, read by hand: the schemas take ten times as long. Null for any other. */
function textAlone(value: unknown): string | null {
  if (!isRecord(value) || value.error !== undefined || value.object === 'error' || value.usage != null) return null
  const { choices } = value
  const choice: unknown = Array.isArray(choices) && choices.length === 1 ? choices[0] : null
  if (!isRecord(choice) || choice.finish_reason != null || choice.message != null || !isRecord(choice.delta)) return null
  const { content, reasoning_content: reasoning, reasoning: thoughts, refusal } = choice.delta
  const isPlain = reasoning == null && thoughts == null && refusal == null
  return isPlain && typeof content === 'string' && content !== '' ? content : null
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function errorEvent(error: z.infer<typeof errorSchema>): CompletionEvent {
  if (typeof error === 'string') return { type: 'error', status: null, words: error }
  const code = Number(error.status ?? error.code ?? Number.NaN)
  const words = [error.code, error.type, error.message].filter((part) => part !== null && part !== undefined).join(' ')
  return { type: 'error', status: code >= 400 && code < 600 ? code : null, words }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined // no schema takes it: the caller sees an unreadable chunk
  }
}
