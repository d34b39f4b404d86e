import { expect, test } from 'vitest'
import type { StreamPart } from '#src/model/model.ts'
import { chunk, doneLine, type Exchange, type Reply, rejects, sends, startFaultPeer, usageChunk } from '../support/fault-peer.ts'
import { call, deadlines, failureIn, modelAt, partsOf, passRest, textOf } from './asking.ts'

const silent: Reply = () => undefined
const onlyHeaders: Reply = ({ open }) => open()

/** A reply that sends a first word and then what the test says. */
function heldAfter(first: string): { reply: Reply; send: (...pieces: string[]) => Promise<void> } {
  let handOver: (exchange: Exchange) => void = () => undefined
  const exchange = new Promise<Exchange>((resolve) => {
    handOver = resolve
  })
  const reply: Reply = async (given) => {
    given.open()
    await given.send(first)
    handOver(given)
  }
  return { reply, send: async (...pieces) => (await exchange).send(...pieces) }
}

test('an endpoint that does not begin to answer is given up at its deadline, not before', async () => {
  const peer = await startFaultPeer(silent)
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await peer.requested(1)
  clock.advance(deadlines.connectMs - 1)
  expect(clock.pending()).toContain(deadlines.connectMs)
  clock.advance(1)
  expect(failureIn(await parts)).toEqual({ kind: 'timeout', message: expect.stringContaining('did not answer in time') })
  expect(peer.requests).toHaveLength(1)
})

test('a model that says nothing after the headers is given up at the deadline for its first token', async () => {
  const peer = await startFaultPeer(onlyHeaders)
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.includes(deadlines.firstTokenMs) && !pending.includes(deadlines.connectMs))
  clock.advance(deadlines.firstTokenMs - 1)
  expect(clock.pending()).toContain(deadlines.firstTokenMs)
  clock.advance(1)
  expect(failureIn(await parts)).toEqual({ kind: 'timeout', message: expect.stringContaining('"peer" said nothing in time') })
})

test.each([
  ['comments', ': OPENROUTER PROCESSING\n\n'],
  ['a chunk without choices', 'data: {"choices":[]}\n\n'],
  ['a chunk without words', chunk({ role: 'assistant', content: '' })],
])('%s are no first token', async (_, piece) => {
  const peer = await startFaultPeer(async ({ open, send }) => {
    open()
    await send(piece)
  })
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.includes(deadlines.firstTokenMs) && !pending.includes(deadlines.connectMs))
  await peer.roundTrip()
  clock.advance(deadlines.firstTokenMs)
  expect(failureIn(await parts).message).toContain('said nothing in time')
})

test('a model that thinks aloud is alive: the deadline for the first token is met by its first thought', async () => {
  const { reply, send } = heldAfter(chunk({ reasoning_content: 'Let me see.' }))
  const { model, clock } = modelAt(await startFaultPeer(reply))
  const parts = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.includes(deadlines.idleMs) && !pending.includes(deadlines.firstTokenMs))
  clock.advance(deadlines.idleMs - 1)
  await send(chunk({ content: 'Hello.' }, 'stop'), doneLine)
  expect(textOf(await parts)).toBe('Hello.')
})

/** Takes the first text of a stream and leaves the rest to be asked for. */
async function begun(parts: AsyncIterable<StreamPart>): Promise<() => Promise<StreamPart>> {
  const iterator = parts[Symbol.asyncIterator]()
  expect(await iterator.next()).toMatchObject({ value: { type: 'text' } })
  return async () => (await iterator.next()).value
}

test('a model that falls silent in the middle has stalled; every word gives it time anew', async () => {
  const { reply, send } = heldAfter(chunk({ content: 'One' }))
  const { model, clock } = modelAt(await startFaultPeer(reply))
  const next = await begun(model.streamText(call()))
  const second = next()
  await clock.until((pending) => pending.includes(deadlines.idleMs))
  clock.advance(deadlines.idleMs - 1)
  await send(chunk({ content: ' two' }))
  expect(await second).toEqual({ type: 'text', text: ' two' })
  const third = next()
  clock.advance(deadlines.idleMs - 1)
  await send(chunk({ content: ' three' }))
  expect(await third).toEqual({ type: 'text', text: ' three' })
  const fourth = next()
  clock.advance(deadlines.idleMs)
  expect(await fourth).toMatchObject({ type: 'failure', failure: { kind: 'stalled', raw: 'One two three' } })
})

test('comments do not keep a silent model alive', async () => {
  const { reply, send } = heldAfter(chunk({ content: 'One' }))
  const peer = await startFaultPeer(reply)
  const { model, clock } = modelAt(peer)
  const next = await begun(model.streamText(call()))
  const second = next()
  await clock.until((pending) => pending.includes(deadlines.idleMs))
  clock.advance(deadlines.idleMs - 1)
  await send(': OPENROUTER PROCESSING\n\n')
  await peer.roundTrip()
  clock.advance(1)
  expect(await second).toMatchObject({ type: 'failure', failure: { kind: 'stalled' } })
})

test('a listener who takes long over a word does not make the model late', async () => {
  const { reply, send } = heldAfter(chunk({ content: 'One' }))
  const peer = await startFaultPeer(reply)
  const { model, clock } = modelAt(peer)
  const next = await begun(model.streamText(call()))
  clock.advance(deadlines.idleMs - 1)
  await send(chunk({ content: ' two' }, 'stop'), doneLine)
  await peer.roundTrip()
  clock.advance(deadlines.idleMs * 2)
  expect(await next()).toEqual({ type: 'text', text: ' two' })
  expect(await next()).toEqual({ type: 'finish', usage: null })
})

test.each([
  ['[DONE]', [chunk({ content: 'Said.' }, 'stop'), doneLine]],
  ['its usage', [chunk({ content: 'Said.' }, 'stop'), usageChunk]],
])('a connection that stays open behind %s is not waited for', async (_, pieces) => {
  const peer = await startFaultPeer(async ({ open, send }) => {
    open()
    await send(...pieces)
  })
  const parts = await partsOf(modelAt(peer).model.streamText(call()))
  expect([textOf(parts), parts.at(-1)?.type]).toEqual(['Said.', 'finish'])
})

test('a usage that never comes is waited for a second, whatever comments come meanwhile', async () => {
  const { reply, send } = heldAfter(chunk({ content: 'Said.' }, 'stop'))
  const peer = await startFaultPeer(reply)
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.includes(1000))
  clock.advance(999)
  await send(': still here\n\n')
  await peer.roundTrip()
  clock.advance(1)
  expect((await parts).at(-1)).toEqual({ type: 'finish', usage: null })
})

test('a connection that stays open behind a reply is hung up on after a second', async () => {
  let hungUp = new Promise<void>(() => undefined)
  const peer = await startFaultPeer(async ({ open, send, gone }) => {
    hungUp = gone
    open()
    await send(chunk({ content: 'Said.' }, 'stop'), doneLine)
  })
  const { model, clock } = modelAt(peer)
  await partsOf(model.streamText(call()))
  clock.advance(1000)
  await hungUp
})

test('a reply that goes on and on is cut off at the deadline for a whole call', async () => {
  const { reply } = heldAfter(chunk({ content: 'On and on' }))
  const { model, clock } = modelAt(await startFaultPeer(reply), { deadlines: { ...deadlines, idleMs: 200_000 } })
  const next = await begun(model.streamText(call()))
  const second = next()
  clock.advance(deadlines.totalMs)
  expect(await second).toMatchObject({
    type: 'failure',
    failure: { kind: 'timeout', message: expect.stringContaining('took too long over its reply') },
  })
})

test('the deadline for a whole call also ends a rest between two tries, with the reason of the last one', async () => {
  const peer = await startFaultPeer(rejects(503, { error: { message: 'busy' } }, { 'retry-after': '25' }))
  const { model, clock } = modelAt(peer, { deadlines: { ...deadlines, totalMs: 20_000 } })
  const parts = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.includes(25_000))
  clock.advance(20_000)
  expect(failureIn(await parts).kind).toBe('server-error')
  expect(peer.requests).toHaveLength(1)
})

test('a call that has ended leaves no deadline behind', async () => {
  const peer = await startFaultPeer(rejects(503, {}), sends(chunk({ content: 'Said.' }, 'stop'), usageChunk, doneLine))
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await passRest(clock)
  await parts
  await clock.until((pending) => pending.length === 0)
})
