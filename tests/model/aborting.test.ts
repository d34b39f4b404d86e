import { expect, test } from 'vitest'
import { z } from 'zod'
import { chunk, type Reply, rejects, startFaultPeer } from '../support/fault-peer.ts'
import { call, deadlines, modelAt, partsOf } from './asking.ts'

const aborted = { type: 'failure', failure: { kind: 'aborted', message: 'The call was stopped.' } }

/** An endpoint that tells when the caller has hung up. */
function watched(reply: Reply): { reply: Reply; hungUp: Promise<void> } {
  let tell = () => undefined as unknown
  const hungUp = new Promise<void>((resolve) => {
    tell = resolve
  })
  return {
    hungUp,
    reply: async (exchange) => {
      void exchange.gone.then(tell)
      await reply(exchange)
    },
  }
}

test('a call that is stopped before it began sends nothing', async () => {
  const peer = await startFaultPeer()
  expect(await partsOf(modelAt(peer).model.streamText(call({ signal: AbortSignal.abort() })))).toEqual([aborted])
  expect(peer.requests).toEqual([])
})

test('a call that is stopped while nobody answers returns at once and hangs up', async () => {
  const { reply, hungUp } = watched(() => undefined)
  const peer = await startFaultPeer(reply)
  const stop = new AbortController()
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call({ signal: stop.signal })))
  await peer.requested(1)
  stop.abort()
  expect(await parts).toEqual([aborted])
  await hungUp
  expect(clock.pending()).toEqual([])
})

test('a call that is stopped in the middle of a reply returns at once, hangs up and keeps what was said', async () => {
  const { reply, hungUp } = watched(async ({ open, send }) => {
    open()
    await send(chunk({ content: 'I was about' }))
  })
  const peer = await startFaultPeer(reply)
  const stop = new AbortController()
  const seen: unknown[] = []
  for await (const part of modelAt(peer).model.streamText(call({ signal: stop.signal }))) {
    seen.push(part)
    stop.abort()
  }
  expect(seen).toEqual([
    { type: 'text', text: 'I was about' },
    { ...aborted, failure: { ...aborted.failure, raw: 'I was about' } },
  ])
  await hungUp
})

test('a call that is stopped in the middle of a whole completion was stopped, not unreadable', async () => {
  const peer = await startFaultPeer(async ({ open, send }) => {
    open(200, { 'content-type': 'application/json' })
    await send('{"choices": [')
  })
  const stop = new AbortController()
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call({ signal: stop.signal })))
  await clock.until((pending) => pending.includes(deadlines.firstTokenMs) && !pending.includes(deadlines.connectMs))
  await peer.roundTrip()
  stop.abort()
  expect(await parts).toEqual([aborted])
})

test.each([
  ['as long as the endpoint asked', { 'retry-after': '29' }, (delayMs: number) => delayMs === 29_000],
  ['as long as we chose', {}, (delayMs: number) => delayMs <= 625],
])('a call that is stopped while it rests %s returns at once and is not sent again', async (_, headers, isRest) => {
  const peer = await startFaultPeer(rejects(429, { error: { message: 'slow down' } }, headers))
  const stop = new AbortController()
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call({ signal: stop.signal })))
  await clock.until((pending) => pending.some(isRest))
  stop.abort()
  expect(await parts).toEqual([aborted])
  expect(clock.pending()).toEqual([])
  expect(peer.requests).toHaveLength(1)
})

test('a question for an object is stopped like any other call', async () => {
  const peer = await startFaultPeer(({ open }) => open())
  const stop = new AbortController()
  const { model } = modelAt(peer)
  const result = model.object({ ...call({ signal: stop.signal }), schema: z.object({}), schemaName: 'anything' })
  await peer.requested(1)
  stop.abort()
  expect(await result).toEqual({ ok: false, usage: null, failure: aborted.failure })
})

test('a request whose reply nobody wanted to hear to its end is told too: somebody may charge for it', async () => {
  const { reply, hungUp } = watched(async ({ open, send }) => {
    open()
    await send(chunk({ content: 'I was about' }))
  })
  const peer = await startFaultPeer(reply)
  const told: unknown[] = []
  for await (const _ of modelAt(peer).model.streamText(call({ onRequest: (request) => told.push(request) }))) break
  await hungUp
  expect(told).toEqual([{ usage: null, answered: true }])
})
