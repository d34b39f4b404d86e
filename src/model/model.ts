import type { z } from 'zod'
import type { Urgency } from './call-slots.ts'

/** One message to a model. Only model/ and the prompts speak of roles. */
export interface ModelMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
  /** Goes with a user's words to an endpoint that takes pictures. */
  picture?: ModelPicture
}

export interface ModelPicture {
  /** `data:image/png;base64,…` */
  url: string
  /** Pixels. */
  width: number
  height: number
}

export interface Usage {
  promptTokens: number
  completionTokens: number
}

export interface ModelCall {
  /** The prompt's id and version, such as "interviewer-turn@3": every call carries it, and logs and usage are kept by it. */
  prompt: string
  messages: ModelMessage[]
  maxTokens: number
  temperature?: number
  signal?: AbortSignal
  /** Unsaid: live. */
  urgency?: Urgency
  /** Told of every request that was sent for this call, once it has ended: first attempts, repetitions and repairs alike. */
  onRequest?: (request: SentRequest) => void
  /** Told when the endpoint refused a picture and answered without it. */
  onPictureRefused?: (refusal: PictureRefusal) => void
}

export interface PictureRefusal {
  /** The endpoint's. */
  words: string
  /** Whether the words say that the model takes no pictures, so that no later call has one. Else only this call went without. */
  isLasting: boolean
}

export interface SentRequest {
  /** Null when the endpoint did not say. */
  usage: Usage | null
  /** Whether any text came back, which somebody may charge for. */
  answered: boolean
}

/** Why a call gave no result, in kinds that a person can act on. `raw` keeps what the model said, when it said something. */
export interface ModelFailure {
  kind:
    | 'unreachable'
    | 'unauthorized'
    | 'not-found'
    | 'rate-limited'
    | 'server-error'
    | 'timeout'
    | 'stalled'
    | 'interrupted'
    /** The reply was cut off at its limit. */
    | 'too-long'
    /** What was sent is longer than the model can read. */
    | 'context-full'
    | 'refused'
    | 'empty'
    | 'unreadable'
    | 'bad-request'
    | 'aborted'
  /** One plain sentence for the person: what happened and what to do. Never the endpoint's own words verbatim. */
  message: string
  raw?: string
}

/** Parts of a streamed call. Ends with exactly one `finish` or `failure`; never throws. */
export type StreamPart =
  /** `chunks`: how many pieces of the endpoint it came in; unsaid: one. */
  | { type: 'text'; text: string; chunks?: number }
  | { type: 'finish'; usage: Usage | null }
  | { type: 'failure'; failure: ModelFailure }

export type ObjectResult<T> =
  | { ok: true; value: T; usage: Usage | null }
  | { ok: false; failure: ModelFailure; usage: Usage | null }

/** What the settings page shows after a test of the endpoint. */
export interface ModelHealth {
  reachable: boolean
  streams: boolean
  /** The best form of structured output that worked. */
  structured: 'json-schema' | 'json-object' | 'text' | null
  millisecondsToFirstToken: number | null
  /** What failed, for a person; null when all went well. */
  problem: string | null
}

/** A chat model behind an OpenAI-compatible endpoint. Retries, deadlines and repair live inside; nothing here throws for what an endpoint does. */
export interface Model {
  /** The model's name at its endpoint. */
  readonly name: string
  streamText(call: ModelCall): AsyncIterable<StreamPart>
  /** A value of `schema`'s shape: JSON schema, JSON object or plain text as the endpoint can, always validated, one repair turn. */
  object<T>(call: ModelCall & { schema: z.ZodType<T>; schemaName: string }): Promise<ObjectResult<T>>
  checkHealth(signal?: AbortSignal): Promise<ModelHealth>
}
