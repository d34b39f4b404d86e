import { askObject } from './ask-object.ts'
import { type CallSlots, callSlots } from './call-slots.ts'
import { checkHealth } from './check-health.ts'
import { endpointClient } from './endpoint-client.ts'
import { shownUrl } from './failure.ts'
import type { Model, ModelCall, StreamPart } from './model.ts'
import { assumedAtFirst } from './request-body.ts'
import { type Deadlines, type Endpoint, streamCall } from './stream-call.ts'
import { type TextSource, textStream } from './text-stream.ts'
import type { ModelClock } from './watch.ts'

export interface OpenAiModelOptions {
  /** Where the endpoint begins, such as `http://127.0.0.1:11434/v1`. */
  baseUrl: string
  /** Empty for an endpoint that needs none. */
  apiKey: string
  /** The model's name at the endpoint. */
  model: string
  clock: ModelClock
  deadlines?: Partial<Deadlines>
  /** Given to all models of one endpoint, so that they share them. */
  slots?: CallSlots
}

/**
 * Roomy enough for a local model that is loaded by the first call. Two or three tokens come in a rest, and a reader does not notice it; the first
 * sentence of a usual reply is there before the first rest.
 */
const usualDeadlines: Deadlines = {
  ...{ connectMs: 60_000, firstTokenMs: 60_000, idleMs: 30_000, totalMs: 180_000 },
  ...{ restMs: 80, restAfterMs: 1000 },
}

/** A model behind an OpenAI-compatible endpoint. Nothing is sent before the first call; what the endpoint rejects is remembered. */
export function openAiModel({ baseUrl, apiKey, model, clock, deadlines, slots = callSlots() }: OpenAiModelOptions): Model {
  const endpoint: Endpoint = {
    client: endpointClient({ baseUrl, apiKey }),
    shown: { baseUrl: shownUrl(baseUrl), model },
    apiKey,
    clock,
    slots,
    deadlines: { ...usualDeadlines, ...deadlines },
    accepted: assumedAtFirst,
  }
  return {
    name: model,
    streamText: (call) => streamText(endpoint, call),
    object: async (call) => {
      const { structured: _, ...result } = await askObject(endpoint, call)
      return result
    },
    checkHealth: (signal) => checkHealth(endpoint, signal),
  }
}

/** When the listener stops listening, the call is stopped with it. */
function streamText(endpoint: Endpoint, call: ModelCall): AsyncIterable<StreamPart> {
  const stop = new AbortController()
  const forward = () => stop.abort()
  const source: TextSource = {
    begin: async (onText) => {
      if (call.signal?.aborted === true) forward()
      call.signal?.addEventListener('abort', forward, { once: true })
      try {
        const end = await streamCall(endpoint, { call: { ...call, signal: stop.signal }, form: null, onText })
        return end.ok ? { type: 'finish', usage: end.usage } : { type: 'failure', failure: end.failure }
      } finally {
        call.signal?.removeEventListener('abort', forward)
      }
    },
    stop: forward,
  }
  return textStream(source)
}
