import { expect, test } from 'vitest'
import { chunk, doneLine, type Reply, rejects, sends, startFaultPeer, streams } from '../support/fault-peer.ts'
import { startModelPeer } from '../support/model-peer.ts'
import { call, failureIn, modelAt, partsOf, passRest, textOf } from './asking.ts'

const half = chunk({ content: 'Half a ' })
const breaks: Reply = async ({ open, send, reset }) => {
  open()
  await send(half)
  reset()
}
const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`

test.each<[string, Reply, string]>([
  ['a reset connection', breaks, 'interrupted'],
  ['a clean end without finish_reason', sends(half), 'interrupted'],
  ['an end in the middle of a chunk', sends(half, 'data: {"choices":[{"del'), 'interrupted'],
  ['a chunk that is no JSON', sends(half, 'data: {"choices": oops\n\n'), 'unreadable'],
  ['a chunk of another shape', sends(half, event({ choices: 'none' })), 'unreadable'],
  ['an error as vLLM sends it', sends(half, event({ object: 'error', message: 'out of memory', code: 500 })), 'server-error'],
  ['an error among the data', sends(half, event({ error: { message: 'upstream died', code: 502 } })), 'server-error'],
  ['an error that is only a text', sends(half, event({ error: 'upstream died' })), 'server-error'],
  ['finish_reason length', sends(half, chunk({}, 'length'), doneLine), 'too-long'],
  ['finish_reason content_filter', sends(half, chunk({}, 'content_filter'), doneLine), 'refused'],
  ['finish_reason error', sends(half, chunk({}, 'error'), doneLine), 'interrupted'],
  ['finish_reason abort', sends(half, chunk({}, 'abort'), doneLine), 'interrupted'],
])('words that were followed by %s stay, and the call fails without another try', async (_, reply, kind) => {
  const peer = await startFaultPeer(reply)
  const parts = await partsOf(modelAt(peer).model.streamText(call()))
  expect([textOf(parts), failureIn(parts).kind]).toEqual(['Half a ', kind])
  expect(peer.requests).toHaveLength(1)
})

test.each<[string, Reply, string]>([
  ['an HTML page', rejects(200, '<!doctype html><p>Log in</p>', { 'content-type': 'text/html' }), 'unreadable'],
  [
    'an HTML page that says nothing of itself',
    rejects(200, '<!doctype html><p>Log in</p>', { 'content-type': 'text/plain' }),
    'unreadable',
  ],
  ['JSON that is no completion', rejects(200, '[1]'), 'unreadable'],
  [
    'an error of the account inside a success',
    rejects(200, { error: { message: 'pay', code: 'insufficient_quota' } }),
    'rate-limited',
  ],
  ['an error of the key inside a success', rejects(200, { error: { message: 'who?', code: 'invalid_api_key' } }), 'unauthorized'],
  [
    'an error of the request inside a success',
    rejects(200, { error: { message: 'no', type: 'invalid_request_error' } }),
    'bad-request',
  ],
  ['a reply without a word', sends(chunk({ content: '' }, 'stop'), doneLine), 'empty'],
  ['a reply of null', sends(chunk({ content: null }, 'stop'), doneLine), 'empty'],
  ['a reply of spaces', sends(chunk({ content: ' \n' }, 'stop'), doneLine), 'empty'],
  ['thoughts that never end', sends(chunk({ content: '<think>Let me see' }, 'stop'), doneLine), 'empty'],
  ['a refusal', sends(chunk({ refusal: 'I will not.' }), chunk({}, 'stop'), doneLine), 'refused'],
])('%s is no reply, and asking again would not help', async (_, reply, kind) => {
  const peer = await startFaultPeer(reply)
  const parts = await partsOf(modelAt(peer).model.streamText(call()))
  expect([textOf(parts).trim(), failureIn(parts).kind]).toEqual(['', kind])
  expect(peer.requests).toHaveLength(1)
})

test.each<[string, Reply]>([
  ['a connection reset before an answer', ({ reset }) => reset()],
  [
    'a connection reset before the first word',
    ({ open, reset }) => {
      open()
      reset()
    },
  ],
  ['a stream that ends before the first word', sends(': hold on\n\n')],
  [
    'a whole reply that is cut off',
    async ({ open, send, reset }) => {
      open(200, { 'content-type': 'application/json' })
      await send('{"choices": [{"mess')
      reset()
    },
  ],
  ['an error before the first word', sends(event({ error: { message: 'overloaded', code: 503 } }))],
])('is tried again: %s', async (_, reply) => {
  const peer = await startFaultPeer(reply, streams('Here I am.'))
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await passRest(clock)
  expect(textOf(await parts)).toBe('Here I am.')
  expect(peer.requests).toHaveLength(2)
})

test('a stream of a third party that is destroyed in the middle is an interruption', async () => {
  const peer = await startModelPeer(() => 'A sentence long enough to be cut in two by whoever wants to.')
  peer.breakAfter(3)
  const parts = await partsOf(modelAt(peer).model.streamText(call()))
  expect(textOf(parts).length).toBeGreaterThan(0)
  expect(failureIn(parts)).toMatchObject({ kind: 'interrupted', raw: textOf(parts) })
})

test('what a broken chunk held is not printed', async () => {
  const printed: unknown[] = []
  const original = { error: console.error, warn: console.warn, log: console.log }
  for (const name of ['error', 'warn', 'log'] as const) console[name] = (...words: unknown[]) => void printed.push(words)
  try {
    const peer = await startFaultPeer(sends('data: {"choices": the candidate said\n\n'))
    await partsOf(modelAt(peer).model.streamText(call()))
  } finally {
    Object.assign(console, original)
  }
  expect(printed).toEqual([])
})
