import { expect, test } from 'vitest'
import { type Reply, rejects, startFaultPeer } from '../support/fault-peer.ts'
import { apiKey, call, failureIn, modelAt, partsOf } from './asking.ts'

const marker = 'the-words-of-the-endpoint'
const says = { error: { message: `${marker} ${apiKey}` } }

test.each<[string, Reply, RegExp]>([
  ['a wrong key', rejects(401, says), /did not accept the key for "peer": check OPENAI_API_KEY\.$/],
  ['a spent account', rejects(402, says), /has no credit left: add some, or use another key\.$/],
  ['an unknown model', rejects(404, says), /has no model "peer": check the model's name, and that OPENAI_BASE_URL ends/],
  ['a busy endpoint', rejects(429, says, { 'retry-after': '60' }), /takes no more requests for now: wait a minute/],
  ['a failing server', rejects(500, says, { 'retry-after': '60' }), /failed: look at its log, or try again later\.$/],
  ['a rejected request', rejects(400, says), /does not accept what was asked of "peer": it may not be a chat model/],
  ['a full context', rejects(413, says), /The transcript is longer than "peer" can read: use a model with a longer context\.$/],
  [
    'a page of HTML',
    rejects(200, `<p>${marker} ${apiKey}</p>`, { 'content-type': 'text/html' }),
    /is no chat completion: check OPENAI_BASE_URL, and any proxy/,
  ],
])(
  '%s is told in words of ours that say what to do, without the key and the words of the endpoint',
  async (_, reply, sentence) => {
    const failure = failureIn(await partsOf(modelAt(await startFaultPeer(reply)).model.streamText(call())))
    expect(failure.message).toMatch(sentence)
    expect(failure.message).not.toContain(marker)
    expect(JSON.stringify(failure)).not.toContain(apiKey)
  },
)

test('what the endpoint said of a rejected request is kept apart for a log, shortened and without the key', async () => {
  const peer = await startFaultPeer(rejects(400, { error: { message: `${apiKey} ${marker} ${'x'.repeat(5000)}` } }))
  const { raw = '' } = failureIn(await partsOf(modelAt(peer).model.streamText(call())))
  expect(raw).toContain(`[key] ${marker}`)
  expect(raw.length).toBe(2000)
})

test('what the endpoint said of a rejected key is not kept: it may repeat a part of it', async () => {
  const peer = await startFaultPeer(rejects(401, { error: { message: 'Incorrect API key provided: sk-sec***test' } }))
  expect(failureIn(await partsOf(modelAt(peer).model.streamText(call())))).not.toHaveProperty('raw')
})

test('an address at which nobody listens is told with the address', async () => {
  const { model, clock } = modelAt({ baseUrl: 'http://127.0.0.1:1/v1' })
  const parts = partsOf(model.streamText(call()))
  for (const most of [625, 1250]) {
    await clock.until((pending) => pending.some((delayMs) => delayMs <= most))
    clock.advance(most)
  }
  expect(failureIn(await parts)).toEqual({
    kind: 'unreachable',
    message: expect.stringMatching(/^Nothing answers at http:\/\/127\.0\.0\.1:1\/v1: is the model's server running/),
  })
})

test('a password and a parameter in the address are shown to nobody', async () => {
  const baseUrl = 'http://somebody:hunter2@127.0.0.1:1/v1?token=hunter3'
  const stop = new AbortController()
  const { model, clock } = modelAt({ baseUrl }, { deadlines: { totalMs: 1 } })
  const parts = partsOf(model.streamText(call({ signal: stop.signal })))
  await clock.until((pending) => pending.length > 0)
  clock.advance(1)
  expect(JSON.stringify(await parts)).not.toMatch(/hunter|somebody/)
})

test.each(['“sk-secret”', 'sk-secret\nsk-second', 'ключ'])(
  'a key that cannot be sent (%j) is told as such and shown to nobody',
  async (wrong) => {
    const peer = await startFaultPeer()
    const failure = failureIn(await partsOf(modelAt(peer, { apiKey: wrong }).model.streamText(call())))
    expect(failure).toEqual({ kind: 'unauthorized', message: expect.stringMatching(/^OPENAI_API_KEY holds a character/) })
    expect(peer.requests).toEqual([])
  },
)
