import { expect, test } from 'vitest'
import { chunk, doneLine, rejects, sends, startFaultPeer, streams, usageChunk } from '../support/fault-peer.ts'
import { startModelPeer } from '../support/model-peer.ts'
import { apiKey, call, modelAt, partsOf, textOf } from './asking.ts'

const usage = { promptTokens: 11, completionTokens: 7 }

test('a reply comes piece by piece and ends with what it took', async () => {
  const peer = await startModelPeer(() => 'Let us begin with what the service must do.')
  const parts = await partsOf(modelAt(peer).model.streamText(call()))
  expect(parts.filter(({ type }) => type === 'text').length).toBeGreaterThan(1)
  expect(textOf(parts)).toBe('Let us begin with what the service must do.')
  expect(parts.at(-1)).toEqual({
    type: 'finish',
    usage: { promptTokens: expect.any(Number), completionTokens: expect.any(Number) },
  })
})

test('a request carries the model, the messages, the limits and the key, and no header of an organisation', async () => {
  const peer = await startFaultPeer(streams('Yes.'))
  await partsOf(modelAt(peer).model.streamText(call({ temperature: 0.4 })))
  expect(peer.requests[0]).toMatchObject({
    path: '/v1/chat/completions',
    headers: { authorization: `Bearer ${apiKey}` },
    body: {
      model: 'peer',
      messages: [{ role: 'user', content: 'Are you there?' }],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 50,
      temperature: 0.4,
    },
  })
  expect(Object.keys(peer.requests[0]?.headers ?? {})).not.toContain('openai-organization')
})

test('an endpoint that needs no key is sent none', async () => {
  const peer = await startFaultPeer(streams('Yes.'))
  await partsOf(modelAt(peer, { apiKey: '' }).model.streamText(call()))
  expect(peer.requests[0]?.headers.authorization).toBeUndefined()
})

test('the first words are out before the reply has ended', async () => {
  let goOn = () => undefined as unknown
  const told = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const peer = await startFaultPeer(async ({ open, send, end }) => {
    open()
    await send(chunk({ content: 'First.' }))
    await told
    await send(chunk({ content: ' Second.' }, 'stop'), usageChunk, doneLine)
    end()
  })
  const parts = modelAt(peer).model.streamText(call())[Symbol.asyncIterator]()
  expect(await parts.next()).toEqual({ done: false, value: { type: 'text', text: 'First.' } })
  goOn()
  expect(await parts.next()).toEqual({ done: false, value: { type: 'text', text: ' Second.' } })
  expect(await parts.next()).toEqual({ done: false, value: { type: 'finish', usage } })
})

const whole = 'Zürich — 東京 🚕'
const bytesOf = (text: string) => [...new TextEncoder().encode(text)].map((byte) => Uint8Array.of(byte))

test.each([
  ['one byte in each packet, characters of several bytes cut', bytesOf(chunk({ content: whole }) + chunk({}, 'stop') + doneLine)],
  ['everything in one packet', [chunk({ content: whole }) + chunk({}, 'stop') + usageChunk + doneLine]],
  ['lines that end in CR LF', [(chunk({ content: whole }) + chunk({}, 'stop') + doneLine).replaceAll('\n', '\r\n')]],
  [
    'an empty first chunk, as Azure sends',
    ['data: {"choices":[],"prompt_filter_results":[]}\n\n', chunk({ content: whole }, 'stop')],
  ],
  [
    'comments between the chunks, as OpenRouter sends',
    [': OPENROUTER PROCESSING\n\n', chunk({ content: whole }), ': OPENROUTER PROCESSING\n\n', chunk({}, 'stop')],
  ],
  [
    'a chunk whose fields are null',
    [chunk({ role: 'assistant', content: null, refusal: null }), chunk({ content: whole }, 'stop')],
  ],
  ['a byte order mark before the first chunk', bytesOf(`\uFEFF${chunk({ content: whole }, 'stop')}`)],
  ['[DONE] and no finish_reason', [chunk({ content: whole }), doneLine]],
  ['no [DONE]', [chunk({ content: whole }), chunk({}, 'stop'), usageChunk]],
])('is read: %s', async (_, pieces) => {
  const peer = await startFaultPeer(sends(...pieces))
  const parts = await partsOf(modelAt(peer).model.streamText(call()))
  expect([textOf(parts), parts.at(-1)?.type]).toEqual([whole, 'finish'])
})

test.each([
  ['reasoning_content', [chunk({ reasoning_content: 'They want…' }), chunk({ content: 'Hello.' }, 'stop')]],
  ['reasoning', [chunk({ reasoning: 'They want…' }), chunk({ content: 'Hello.' }, 'stop')]],
  [
    'a block of <think> that is cut anywhere',
    ['<th', 'ink>They', ' want…</th', 'ink>\n\nHel', 'lo.'].map((content) => chunk({ content })).concat(chunk({}, 'stop')),
  ],
])('thoughts are not words: %s', async (_, pieces) => {
  const peer = await startFaultPeer(sends(...pieces))
  expect(textOf(await partsOf(modelAt(peer).model.streamText(call())))).toBe('Hello.')
})

test('a completion that comes whole although a stream was asked for is taken as it is', async () => {
  const choices = [{ index: 0, message: { role: 'assistant', content: 'All at once.' }, finish_reason: 'stop' }]
  const peer = await startFaultPeer(rejects(200, { choices, usage: { prompt_tokens: 11, completion_tokens: 7 } }))
  expect(await partsOf(modelAt(peer).model.streamText(call()))).toEqual([
    { type: 'text', text: 'All at once.' },
    { type: 'finish', usage },
  ])
})

test('whoever stops listening hangs up on the endpoint', async () => {
  let hungUp: Promise<void> = Promise.reject(new Error('no request came'))
  hungUp.catch(() => undefined)
  const peer = await startFaultPeer(async ({ open, send, gone }) => {
    hungUp = gone
    open()
    await send(chunk({ content: 'I could go on' }))
  })
  for await (const part of modelAt(peer).model.streamText(call())) {
    expect(part).toEqual({ type: 'text', text: 'I could go on' })
    break
  }
  await hungUp
})

test('a reply that goes on beyond its tokens is read no further', async () => {
  let hungUp: Promise<void> = Promise.reject(new Error('no request came'))
  hungUp.catch(() => undefined)
  const peer = await startFaultPeer(async ({ open, send, gone }) => {
    hungUp = gone
    open()
    await send(chunk({ content: 'word '.repeat(400) }))
  })
  const { model, clock } = modelAt(peer)
  const parts = await partsOf(model.streamText(call({ maxTokens: 50 })))
  expect(parts.at(-1)).toMatchObject({ type: 'failure', failure: { kind: 'too-long' } })
  clock.advance(1000)
  await hungUp
})
