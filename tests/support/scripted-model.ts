import type { Model, ModelCall, ModelFailure, StreamPart, Usage } from '#src/model/model.ts'

/** What the model answers to one `object` call: a value as an endpoint would send it, or a failure. */
export type ScriptedAnswer = ({ value: unknown } | { failure: ModelFailure }) & { usage?: Usage }

/** A model that answers what the test says. A value is held to the schema that the call asks for, as a real one is. */
export function scriptedModel(
  answer: (call: ModelCall) => ScriptedAnswer,
  parts: (call: ModelCall) => Iterable<StreamPart> = unexpected,
): Model & { calls: ModelCall[] } {
  const calls: ModelCall[] = []
  return {
    calls,
    name: 'scripted',
    streamText: async function* (call) {
      calls.push(call)
      for (const part of parts(call)) {
        if (part.type !== 'text')
          call.onRequest?.({ usage: part.type === 'finish' ? part.usage : null, answered: part.type === 'finish' })
        yield part
      }
    },
    object: async ({ schema, ...call }) => {
      calls.push(call)
      const given = answer(call)
      const usage = given.usage ?? null
      call.onRequest?.({ usage, answered: 'value' in given })
      if ('failure' in given) return { ok: false, failure: given.failure, usage }
      const parsed = schema.safeParse(given.value)
      if (parsed.success) return { ok: true, value: parsed.data, usage }
      return { ok: false, failure: { kind: 'unreadable', message: 'The reply had another shape.' }, usage }
    },
    checkHealth: () => unexpected(),
  }
}

/** A model that speaks what the test says, reply by reply, a few characters at a time. */
export function speakingModel(...replies: (string | ModelFailure)[]): Model & { calls: ModelCall[] } {
  const left = [...replies]
  return scriptedModel(unexpected, () => {
    const reply = left.shift()
    if (reply === undefined) return unexpected()
    if (typeof reply !== 'string') return [{ type: 'failure', failure: reply }]
    const pieces = reply.match(/.{1,5}/gs) ?? []
    return [...pieces.map((text): StreamPart => ({ type: 'text', text })), { type: 'finish', usage: null }]
  })
}

function unexpected(): never {
  throw new Error('This test did not expect such a call.')
}
