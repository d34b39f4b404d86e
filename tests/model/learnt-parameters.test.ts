import { expect, test } from 'vitest'
import { z } from 'zod'
import { chunk, rejects, sends, startFaultPeer, streams } from '../support/fault-peer.ts'
import { startModelPeer } from '../support/model-peer.ts'
import { call, failureIn, modelAt, partsOf, textOf } from './asking.ts'

const names = (fields: Record<string, unknown>) =>
  Object.keys(fields)
    .filter((name) => !['model', 'messages', 'stream'].includes(name))
    .sort()

/** An endpoint that rejects requests with any of these fields, in its own words. */
const rejecting = (words: Record<string, string>) =>
  startModelPeer(({ body }) => {
    const named = Object.keys(words).find((name) => name in body)
    return named === undefined ? '{"ready": true}' : { status: 400, message: words[named] ?? '' }
  })

test.each([
  ['temperature', "Unsupported value: 'temperature' does not support 0.4 with this model.", ['max_tokens', 'stream_options']],
  [
    'max_tokens',
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    ['max_completion_tokens', 'stream_options', 'temperature'],
  ],
  ['stream_options', 'Unrecognized request argument supplied: stream_options', ['max_tokens', 'temperature']],
])('%s is left out when a rejection names it, and is not sent again', async (name, words, left) => {
  const peer = await rejecting({ [name]: words })
  const { model } = modelAt(peer)
  for (const _ of ['first', 'second']) expect(textOf(await partsOf(model.streamText(call({ temperature: 0.4 }))))).not.toBe('')
  expect(peer.requests.map(({ body }) => names(body))).toEqual([['max_tokens', 'stream_options', 'temperature'], left, left])
})

test('an endpoint may reject one thing after another', async () => {
  const peer = await rejecting({
    max_tokens: 'max_tokens?',
    max_completion_tokens: 'max_completion_tokens?',
    temperature: 'temperature?',
    stream_options: 'stream_options?',
  })
  const { model } = modelAt(peer)
  expect((await partsOf(model.streamText(call({ temperature: 0.4 })))).at(-1)?.type).toBe('finish')
  expect(peer.requests.map(({ body }) => names(body))).toEqual([
    ['max_tokens', 'stream_options', 'temperature'],
    ['max_completion_tokens', 'stream_options', 'temperature'],
    ['stream_options', 'temperature'],
    ['stream_options'],
    [],
  ])
})

test.each<[string, unknown]>([
  ['param alone', { error: { message: 'Unsupported parameter', param: 'temperature' } }],
  ['the detail of FastAPI', { detail: [{ loc: ['body', 'temperature'], msg: 'Extra inputs are not permitted' }] }],
  ['a detail behind a message', { message: 'Validation failed', detail: [{ loc: ['body', 'temperature'] }] }],
  ['a message that is an object', { object: 'error', message: { detail: [{ loc: ['body', 'temperature'] }] } }],
  ['an error that is a text', { error: 'temperature is not allowed' }],
  ['a list', [{ error: { message: 'temperature is not allowed' } }]],
  ['plain text', 'temperature is not allowed'],
])('the parameter is found in %s', async (_, body) => {
  const peer = await startFaultPeer(rejects(422, body), streams('Yes.'))
  expect(textOf(await partsOf(modelAt(peer).model.streamText(call({ temperature: 0 }))))).toBe('Yes.')
  expect(peer.requests.map((request) => 'temperature' in request.body)).toEqual([true, false])
})

test('a limit of tokens that is too large for a small context is left out, not taken for a long transcript', async () => {
  const message =
    "'max_tokens' or 'max_completion_tokens' is too large: 4000. This model's maximum context length is 4096 tokens."
  const peer = await rejecting({ max_tokens: message, max_completion_tokens: message })
  expect((await partsOf(modelAt(peer).model.streamText(call()))).at(-1)?.type).toBe('finish')
})

test('a rejection that names nothing that was sent is final', async () => {
  const peer = await startFaultPeer(rejects(400, { error: { message: 'temperature is not allowed' } }))
  expect(failureIn(await partsOf(modelAt(peer).model.streamText(call()))).kind).toBe('bad-request')
  expect(peer.requests).toHaveLength(1)
})

test('what one model rejects is still sent to another one of the same endpoint', async () => {
  const peer = await startFaultPeer(rejects(400, { error: { message: 'temperature?' } }), streams('Yes.'), streams('Yes.'))
  await partsOf(modelAt(peer, { model: 'one' }).model.streamText(call({ temperature: 0 })))
  await partsOf(modelAt(peer, { model: 'other' }).model.streamText(call({ temperature: 0 })))
  expect(peer.requests.map(({ body }) => [body.model, 'temperature' in body])).toEqual([
    ['one', true],
    ['one', false],
    ['other', true],
  ])
})

test('a call that began before something was learnt does not make it forgotten', async () => {
  let goOn = () => undefined as unknown
  const told = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const peer = await startFaultPeer(
    async ({ open, send, end }) => {
      open()
      await told
      await send(chunk({ content: 'Late.' }, 'stop'))
      end()
    },
    rejects(400, { error: { message: 'temperature?' } }),
    streams('Yes.'),
    streams('Yes.'),
  )
  const { model } = modelAt(peer)
  const slow = partsOf(model.streamText(call()))
  await peer.requested(1)
  await partsOf(model.streamText(call({ temperature: 0 })))
  goOn()
  expect(textOf(await slow)).toBe('Late.')
  await partsOf(model.streamText(call({ temperature: 0 })))
  expect(peer.requests.map(({ body }) => 'temperature' in body)).toEqual([false, true, false, false])
})

test('an error of the request behind the first words repeats nothing', async () => {
  const error = { error: { message: 'temperature is not allowed', code: 400 } }
  const peer = await startFaultPeer(sends(chunk({ content: 'Half a ' }), `data: ${JSON.stringify(error)}\n\n`))
  const parts = await partsOf(modelAt(peer).model.streamText(call({ temperature: 0 })))
  expect([textOf(parts), failureIn(parts).kind]).toEqual(['Half a ', 'bad-request'])
  expect(peer.requests).toHaveLength(1)
})

test('an object is remembered by the form that the endpoint took', async () => {
  const peer = await startModelPeer(({ responseFormat }) =>
    responseFormat === undefined ? '{"ready": true}' : { status: 400, message: 'response_format is not supported' },
  )
  const { model } = modelAt(peer)
  const question = { ...call(), schema: z.object({ ready: z.boolean() }), schemaName: 'ready' }
  for (const _ of ['first', 'second']) expect(await model.object(question)).toMatchObject({ ok: true, value: { ready: true } })
  expect(peer.requests.map(({ responseFormat }) => (responseFormat as { type: string } | undefined)?.type)).toEqual([
    'json_schema',
    'json_object',
    undefined,
    undefined,
  ])
})
