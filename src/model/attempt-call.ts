import type OpenAI from 'openai'
import { dropThoughts } from './drop-thoughts.ts'
import type { FailureCause } from './failure.ts'
import type { Usage } from './model.ts'
import type { CompletionEvent } from './read-completion.ts'
import { causeOf, refusalOf } from './refusal.ts'
import { completionReader, drain, readBody } from './reply-body.ts'
import { type ModelClock, type Watch, watchOver } from './watch.ts'

/** All in milliseconds. */
export interface AttemptDeadlines {
  /** Until the endpoint begins to answer. */
  connectMs: number
  /** Until the model shows a sign of life, reasoning included; counted from the request too. */
  firstTokenMs: number
  /** Between two signs of life. */
  idleMs: number
  /** How long the connection rests between two reads, longer with very many replies at once; 0: not at all. */
  restMs: number
  /** How long words have come before it rests: the first ones are waited for. */
  restAfterMs: number
}

export interface AttemptOptions {
  client: OpenAI
  clock: ModelClock
  deadlines: AttemptDeadlines
  body: OpenAI.ChatCompletionCreateParamsStreaming
  /** UTF-16 units of a reply; what goes on beyond is not read: not every endpoint keeps to the tokens that it was given. */
  longestReply: number
  signal: AbortSignal
  onText: (text: string) => void
}

export type AttemptEnd =
  | { ok: true; text: string; usage: Usage | null; streamed: boolean }
  | {
      ok: false
      cause: FailureCause
      /** The text given before it ended so. */
      text: string
      /** Whether that text came as a stream. */
      streamed: boolean
      usage: Usage | null
      /** What the endpoint said of it; empty when it said nothing. */
      words: string
      retryAfterMs: number | null
    }

type Deadline = 'no-answer' | 'no-first-token' | 'stalled' | 'lingering'

/** Reasons to finish by which an endpoint says that it did not: OpenRouter's, vLLM's, DeepSeek's. */
const brokenOff = ['error', 'abort', 'insufficient_system_resource']

/** How long a reply that has ended may keep us waiting for its usage and for the end of its stream. */
const lingerMs = 1000

/** Sends one request and tells the text of its reply as it comes, thoughts left out. Never throws for what an endpoint does. */
export async function attemptCall(options: AttemptOptions): Promise<AttemptEnd> {
  const { clock, deadlines, body, longestReply, onText } = options
  const watch = watchOver<Deadline>(clock, options.signal)
  const thoughts = dropThoughts()
  let usage: Usage | null = null
  let finish: string | null = null
  let said = ''
  let alive = false
  let streamed = true
  let broken: AttemptEnd | null = null
  let opened: Response | null = null
  const failed = (cause: FailureCause, words = ''): AttemptEnd => ({
    ok: false,
    cause,
    text: said,
    streamed: streamed && said !== '',
    usage,
    words,
    retryAfterMs: null,
  })
  let isOver = false
  /** Whether the bytes that were read last told anything. */
  let isNews = false
  const take = (event: CompletionEvent): void => {
    if (isOver) return
    if (event.type === 'text' || event.type === 'thought') {
      if (!alive) watch.disarm('no-first-token')
      alive = true
    }
    if (event.type === 'text') {
      const text = thoughts.push(event.text)
      said += text
      if (text !== '') onText(text)
    } else if (event.type === 'error') broken = failed(causeOf(event.status, event.words), event.words)
    else if (event.type === 'unreadable') broken = failed('unreadable', event.words)
    else if (event.type === 'whole') streamed = false
    else if (event.type === 'usage') usage = event.usage
    else if (event.type === 'refusal') finish = 'content_filter'
    else if (event.type === 'finish') finish ??= event.reason
    else if (event.type === 'done') finish ??= 'stop'
    const isTooLong = said.length > longestReply
    if (isTooLong) finish = 'length'
    isOver =
      isTooLong || broken !== null || event.type === 'done' || (finish !== null && (usage !== null || !body.stream_options))
    isNews = true
  }
  try {
    watch.arm('no-answer', deadlines.connectMs)
    watch.arm('no-first-token', deadlines.firstTokenMs)
    const opening = await open(options, watch)
    if (opening.end !== null) return opening.end
    opened = opening.response
    watch.disarm('no-answer')
    const completion = completionReader(opened, take)
    let restsFrom = Number.POSITIVE_INFINITY
    const onBytes = (bytes: Uint8Array) => {
      isNews = false
      completion.push(bytes)
      if (isOver) return 'never'
      if (isNews && finish !== null) watch.keep('lingering', lingerMs)
      else if (isNews && alive) watch.putOff('stalled', deadlines.idleMs)
      const now = clock.now()
      if (said !== '') restsFrom = Math.min(restsFrom, now + deadlines.restAfterMs)
      return now < restsFrom ? 'at-once' : 'after-a-rest'
    }
    const how = await readBody(opened, { signal: watch.signal, restMs: deadlines.restMs, onBytes })
    if (how !== 'enough') completion.end(how)
    if (broken !== null) return broken
    if (finish === null || brokenOff.includes(finish)) return failed(causeOfEnd(watch))
    const rest = thoughts.end()
    said += rest
    if (rest !== '') onText(rest)
    if (finish === 'length') return failed('too-long')
    if (finish === 'content_filter') return failed('refused')
    return said.trim() === '' ? failed('empty') : { ok: true, text: said, usage, streamed }
  } finally {
    watch.stop()
    if (finish === null) watch.abort()
    else if (opened !== null) drain(opened, { clock, milliseconds: lingerMs })
  }
}

/** The response, or how the attempt ended without one. Told apart by a field: servers in this process may replace the global Response. */
type Opening = { end: null; response: Response } | { end: AttemptEnd }

async function open({ client, body, clock }: AttemptOptions, watch: Watch<Deadline>): Promise<Opening> {
  try {
    return { end: null, response: await client.chat.completions.create(body, { signal: watch.signal }).asResponse() }
  } catch (error) {
    const failed = { ok: false as const, text: '', streamed: false, usage: null }
    if (watch.reason() !== null) return { end: { ...failed, cause: causeOfEnd(watch), words: '', retryAfterMs: null } }
    return { end: { ...failed, ...refusalOf(error, clock.now()) } }
  }
}

/** Why there is no more to read of a reply that has not ended. */
function causeOfEnd(watch: Watch<Deadline>): FailureCause {
  const reason = watch.reason()
  return reason === null || reason === 'lingering' ? 'interrupted' : reason
}
