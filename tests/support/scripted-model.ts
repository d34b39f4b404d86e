import type { Model, ModelCall, ModelFailure } from '#src/model/model.ts'

/** What the model answers to one `object` call: a value as an endpoint would send it, or a failure. */
export type ScriptedAnswer = { value: unknown } | { failure: ModelFailure }

/** A model that answers what the test says. A value is held to the schema that the call asks for, as a real one is. */
export function scriptedModel(answer: (call: ModelCall) => ScriptedAnswer): Model & { calls: ModelCall[] } {
  const calls: ModelCall[] = []
  return {
    calls,
    name: 'scripted',
    streamText: () => {
      throw new Error('This test did not expect a streamed call.')
    },
    object: async ({ schema, ...call }) => {
      calls.push(call)
      const given = answer(call)
      if ('failure' in given) return { ok: false, failure: given.failure, usage: null }
      const parsed = schema.safeParse(given.value)
      if (parsed.success) return { ok: true, value: parsed.data, usage: null }
      return { ok: false, failure: { kind: 'unreadable', message: 'The reply had another shape.' }, usage: null }
    },
    checkHealth: () => {
      throw new Error('This test did not expect a health check.')
    },
  }
}
