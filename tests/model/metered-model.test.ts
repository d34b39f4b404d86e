import { expect, test } from 'vitest'
import { meteredModel } from '#src/model/metered-model.ts'
import type { Model, ModelCall, SentRequest } from '#src/model/model.ts'
import { pictureTokens } from '#src/model/token-estimate.ts'
import { scriptedModel } from '../support/scripted-model.ts'

test.each<{ sent: SentRequest[]; counted: number[] }>([
  { sent: [{ usage: { promptTokens: 30, completionTokens: 12 }, answered: true }], counted: [42] },
  { sent: [{ usage: null, answered: true }], counted: [10 + 600] },
  { sent: [{ usage: null, answered: false }], counted: [] },
  {
    sent: [
      { usage: null, answered: false },
      { usage: { promptTokens: 1, completionTokens: 2 }, answered: true },
    ],
    counted: [3],
  },
])('of $sent it tells $counted, and whoever asked is told as before', async ({ sent, counted }) => {
  const model: Model = {
    name: 'small',
    async *streamText(call: ModelCall) {
      for (const request of sent) call.onRequest?.(request)
      yield { type: 'finish', usage: null }
    },
    object: async () => ({ ok: false, failure: { kind: 'empty', message: 'Nothing came.' }, usage: null }),
    checkHealth: async () => ({ reachable: true, streams: true, structured: null, millisecondsToFirstToken: 1, problem: null }),
  }
  const [tokens, told]: [number[], SentRequest[]] = [[], []]
  const metered = meteredModel(model, (count) => void tokens.push(count))
  const messages = [{ role: 'user' as const, content: 'x'.repeat(40) }]
  const call = { prompt: 'p@1', messages, maxTokens: 600, onRequest: (request: SentRequest) => void told.push(request) }
  for await (const part of metered.streamText(call)) expect(part.type).toBe('finish')
  expect([tokens, told]).toEqual([counted, sent])
})

test('a picture that an endpoint does not count is counted as what it hardly exceeds', async () => {
  const tokens: number[] = []
  const answering = scriptedModel(
    () => ({ value: null }),
    () => [{ type: 'finish', usage: null }],
  )
  const picture = { url: 'data:image/png;base64,AAAA', width: 1024, height: 512 }
  const messages = [{ role: 'user' as const, content: 'x'.repeat(40), picture }]
  const metered = meteredModel(answering, (count) => void tokens.push(count))
  for await (const part of metered.streamText({ prompt: 'p@1', messages, maxTokens: 600 })) expect(part.type).toBe('finish')
  expect(tokens).toEqual([10 + 37 * 19 + 600])
})

test.each([
  // By tiles, as OpenAI counts.
  [{ width: 1024, height: 100 }, 85 + 2 * 170],
  [{ width: 1, height: 1 }, 85 + 170],
  // By squares, as models of one's own do.
  [{ width: 1024, height: 1024 }, 37 * 37],
])('a picture of %o is taken for %i tokens', (size, tokens) => {
  expect(pictureTokens(size)).toBe(tokens)
})
