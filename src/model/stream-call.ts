import type OpenAI from 'openai'
import { type AttemptDeadlines, type AttemptEnd, attemptCall } from './attempt-call.ts'
import type { CallSlots } from './call-slots.ts'
import { type FailureCause, failureOf, type ShownEndpoint } from './failure.ts'
import type { ModelCall, ModelFailure, PictureRefusal, Usage } from './model.ts'
import { type Accepted, learntByBoth, type ReplyForm, requestBody, withoutRejected } from './request-body.ts'
import { saysNoPictures } from './says-no-pictures.ts'
import { type ModelClock, pause, watchOver } from './watch.ts'

export interface Deadlines extends AttemptDeadlines {
  /** For a whole call, retries included; waiting for a slot is not. */
  totalMs: number
}

/** One model at one endpoint, and what was learnt about it. */
export interface Endpoint {
  client: OpenAI
  shown: ShownEndpoint
  apiKey: string
  clock: ModelClock
  deadlines: Deadlines
  slots: CallSlots
  accepted: Accepted
}

export type CallEnd =
  | { ok: true; text: string; usage: Usage | null; streamed: boolean; accepted: Accepted }
  | { ok: false; usage: Usage | null; streamed: boolean; failure: ModelFailure }

const retriesAtMost = 2
/** On average over a reply; the longest words of any script are shorter. */
const unitsPerToken = 16
const firstRetryMs = 500
/** Who asks for a longer rest than this is not waited for. */
const restAtMostMs = 30_000
const worthRetrying: readonly FailureCause[] = ['unreachable', 'server-error', 'rate-limited', 'interrupted']
/** Causes whose raw text is the endpoint's own, for a log; never a rejected key's. */
const endpointSpoke: readonly FailureCause[] = ['bad-request', 'server-error', 'unreadable', 'context-full']

/** What a header may carry; anything else makes fetch throw, with the key in its message. */
const sendable = /^[\x20-\x7e]*$/

/** A call with what its reply is asked for as, and who is told its text as it comes. */
export interface StreamedCall {
  call: ModelCall
  form: ReplyForm | null
  onText?: (text: string) => void
}

/** Makes a call as soon as the endpoint has a slot for it, and tells its text as it comes. */
export async function streamCall(endpoint: Endpoint, streamed: StreamedCall): Promise<CallEnd> {
  const { call } = streamed
  const { apiKey, shown, slots } = endpoint
  if (!sendable.test(apiKey)) return unsent('unsendable-key', shown)
  const giveBack = await slots.take(call.signal, call.urgency)
  if (giveBack === null) return unsent('aborted', shown)
  try {
    return await persistentCall(endpoint, streamed)
  } finally {
    giveBack()
  }
}

const unsent = (cause: FailureCause, shown: ShownEndpoint): CallEnd => ({
  ok: false,
  usage: null,
  streamed: false,
  failure: failureOf(cause, shown),
})

/**
 * Makes a call and tells its text as it comes. Before the first text it is repeated: for a failure that may pass, after a rest, and at
 * once without a parameter that the endpoint rejected. After the first text never.
 */
async function persistentCall(endpoint: Endpoint, { call, form, onText = () => undefined }: StreamedCall): Promise<CallEnd> {
  const { client, clock, deadlines, shown } = endpoint
  const watch = watchOver<'too-slow'>(clock, call.signal)
  const failed = (cause: FailureCause, { text, streamed, usage, words }: AttemptEnd & { ok: false }): CallEnd => {
    const raw = text !== '' ? text : endpointSpoke.includes(cause) ? withoutKey(words, endpoint.apiKey) : ''
    return { ok: false, usage, streamed, failure: failureOf(cause, shown, raw) }
  }
  watch.arm('too-slow', deadlines.totalMs)
  let accepted = endpoint.accepted
  let retries = 0
  let refusedPicture: PictureRefusal | null = null
  try {
    for (;;) {
      const body = requestBody({ model: shown.model, call, accepted, form })
      const longestReply = call.maxTokens * unitsPerToken
      const end = await attemptCall({ client, clock, deadlines, body, longestReply, signal: watch.signal, onText })
      call.onRequest?.({ usage: end.usage, answered: end.text !== '' })
      if (end.ok) {
        // One picture may be broken, or too much for what else is said; the next one may be taken.
        const learnt = refusedPicture?.isLasting === false ? { ...accepted, pictures: true } : accepted
        endpoint.accepted = learntByBoth(endpoint.accepted, learnt)
        if (refusedPicture !== null) call.onPictureRefused?.(refusedPicture)
        return { ...end, accepted }
      }
      const cause = end.cause === 'aborted' ? (watch.reason() ?? 'aborted') : end.cause
      const simpler = end.text === '' ? withoutRejected(accepted, { cause, words: end.words, form, call }) : null
      if (simpler !== null) {
        if (accepted.pictures && !simpler.pictures)
          refusedPicture = { words: withoutKey(end.words, endpoint.apiKey), isLasting: saysNoPictures(end.words) }
        accepted = simpler
        continue
      }
      const rest = restBefore(retries, end.retryAfterMs)
      if (end.text !== '' || retries === retriesAtMost || rest > restAtMostMs || !worthRetrying.includes(cause)) {
        return failed(cause, end)
      }
      retries += 1
      await pause(clock, { milliseconds: rest, signal: watch.signal })
      const stopped = watch.reason()
      if (stopped !== null) return failed(stopped === 'too-slow' ? cause : stopped, end)
    }
  } finally {
    watch.stop()
  }
}

/** How long to wait before the next attempt: as the endpoint asks, else doubling, spread so that callers do not return together. */
function restBefore(retries: number, retryAfterMs: number | null): number {
  return retryAfterMs ?? firstRetryMs * 2 ** retries * (0.75 + Math.random() / 2)
}

const wordsAtMost = 2000

function withoutKey(words: string, apiKey: string): string {
  const shown = apiKey === '' ? words : words.replaceAll(apiKey, '[key]')
  return shown.slice(0, wordsAtMost)
}
