import type { Model, ModelCall, ModelFailure, StreamPart } from '#src/model/model.ts'
import { type OpenAiModelOptions, openAiModel } from '#src/model/openai-model.ts'
import { type GatedClock, gatedClock } from '../support/gated-clock.ts'

/** All different, so that a test can tell by its length which one is running. */
export const deadlines = { connectMs: 4000, firstTokenMs: 5000, idleMs: 3000, restMs: 0, restAfterMs: 0, totalMs: 100_000 }
export const apiKey = 'sk-secret-of-the-test'

/** The model "peer" at an endpoint, on a clock that stands still. */
export function modelAt(
  { baseUrl }: { baseUrl: string },
  options: Partial<OpenAiModelOptions> & { clock?: GatedClock } = {},
): { model: Model; clock: GatedClock } {
  const clock = options.clock ?? gatedClock()
  return { model: openAiModel({ baseUrl, apiKey, model: 'peer', deadlines, ...options, clock }), clock }
}

export const call = (fields: Partial<ModelCall> = {}): ModelCall => ({
  prompt: 'test@1',
  messages: [{ role: 'user', content: 'Are you there?' }],
  maxTokens: 50,
  ...fields,
})

export async function partsOf(parts: AsyncIterable<StreamPart>): Promise<StreamPart[]> {
  const all: StreamPart[] = []
  for await (const part of parts) all.push(part)
  return all
}

export const textOf = (parts: readonly StreamPart[]): string =>
  parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('')

/** How a stream of parts failed; throws when it did not. */
export function failureIn(parts: readonly StreamPart[]): ModelFailure {
  const last = parts.at(-1)
  if (last?.type === 'failure') return last.failure
  throw new Error(`The call did not fail; it ended with ${JSON.stringify(last)}.`)
}

/** Rests of our own choice last up to 1.25 s, deadlines longer. */
export const isRest = (delayMs: number) => delayMs <= 1250

/** Waits until a call rests before it tries again, and lets that rest pass. */
export async function passRest(clock: GatedClock): Promise<void> {
  await clock.until((pending) => pending.some(isRest))
  clock.advance(1250)
}
