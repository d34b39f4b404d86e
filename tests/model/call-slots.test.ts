import { expect, test } from 'vitest'
import { callSlots } from '#src/model/call-slots.ts'
import {
  chunk,
  type Exchange,
  type FaultPeer,
  type Reply,
  rejects,
  sends,
  startFaultPeer,
  streams,
} from '../support/fault-peer.ts'
import { call, isRest, modelAt, partsOf, textOf } from './asking.ts'

/** Replies that end when the test says. */
function heldReplies(count: number): { replies: Reply[]; finish: (index: number) => Promise<void> } {
  const exchanges: Exchange[] = []
  const reply: Reply = async (exchange) => {
    exchanges.push(exchange)
    exchange.open()
    await exchange.send(chunk({ content: 'Well. ' }))
  }
  const finish = async (index: number) => {
    await exchanges[index]?.send(chunk({}, 'stop'))
    exchanges[index]?.end()
  }
  return { replies: Array.from({ length: count }, () => reply), finish }
}

/** Long enough for any request that is on its way to arrive. */
async function nothingMoreComes(peer: FaultPeer): Promise<void> {
  const count = peer.requests.length
  for (let trips = 0; trips < 10; trips++) await peer.roundTrip()
  expect(peer.requests).toHaveLength(count)
}

test('a third call waits until one of two has ended, and the waiting ones keep their order', async () => {
  const { replies, finish } = heldReplies(4)
  const peer = await startFaultPeer(...replies)
  const { model } = modelAt(peer, { slots: callSlots(2) })
  const ask = (content: string) => partsOf(model.streamText(call({ messages: [{ role: 'user', content }] })))
  const ends = ['a', 'b', 'c', 'd'].map(ask)
  await peer.requested(2)
  await nothingMoreComes(peer)
  for (const index of [0, 1, 2, 3]) {
    await peer.requested(Math.min(4, index + 2))
    await peer.roundTrip()
    await finish(index)
    await ends[index]
  }
  const asked = peer.requests.map(({ body }) => (body.messages as { content: string }[])[0]?.content)
  expect([asked.slice(0, 2).sort(), asked.slice(2)]).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('two models of one endpoint share its slots', async () => {
  const { replies, finish } = heldReplies(1)
  const peer = await startFaultPeer(...replies, streams('Mine.'))
  const slots = callSlots(1)
  const first = partsOf(modelAt(peer, { slots, model: 'interviewer' }).model.streamText(call()))
  await peer.requested(1)
  const second = partsOf(modelAt(peer, { slots, model: 'scorer' }).model.streamText(call()))
  await nothingMoreComes(peer)
  await finish(0)
  await first
  expect(textOf(await second)).toBe('Mine.')
})

test('a call that is stopped while it waits returns at once and is never sent', async () => {
  const { replies, finish } = heldReplies(1)
  const peer = await startFaultPeer(...replies, streams('Next.'))
  const { model } = modelAt(peer, { slots: callSlots(1) })
  const first = partsOf(model.streamText(call()))
  await peer.requested(1)
  const stop = new AbortController()
  const stopped = partsOf(model.streamText(call({ signal: stop.signal })))
  const next = partsOf(model.streamText(call()))
  await nothingMoreComes(peer)
  stop.abort()
  expect(await stopped).toEqual([{ type: 'failure', failure: { kind: 'aborted', message: 'The call was stopped.' } }])
  await finish(0)
  await first
  expect(textOf(await next)).toBe('Next.')
  expect(peer.requests).toHaveLength(2)
})

test('waiting for a slot takes nothing from the time that a call has', async () => {
  const { replies, finish } = heldReplies(1)
  const peer = await startFaultPeer(...replies, streams('In time.'))
  const slots = callSlots(1)
  const first = partsOf(modelAt(peer, { slots }).model.streamText(call()))
  await peer.requested(1)
  const { model, clock } = modelAt(peer, { slots })
  const second = partsOf(model.streamText(call()))
  await nothingMoreComes(peer)
  expect(clock.pending()).toEqual([])
  clock.advance(1_000_000)
  await finish(0)
  await first
  expect(textOf(await second)).toBe('In time.')
})

test('a slot comes back from a call that failed, and from one that nobody listened to any more', async () => {
  const peer = await startFaultPeer(rejects(401, {}), sends(chunk({ content: 'I could go on' })), streams('Still here.'))
  const { model } = modelAt(peer, { slots: callSlots(1) })
  await partsOf(model.streamText(call()))
  for await (const _ of model.streamText(call())) break
  expect(textOf(await partsOf(model.streamText(call())))).toBe('Still here.')
})

test('a call that is stopped while it rests gives its slot to the next one', async () => {
  const peer = await startFaultPeer(rejects(503, {}), streams('My turn.'))
  const { model, clock } = modelAt(peer, { slots: callSlots(1) })
  const stop = new AbortController()
  const first = partsOf(model.streamText(call({ signal: stop.signal })))
  const second = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.some(isRest))
  stop.abort()
  await first
  expect(textOf(await second)).toBe('My turn.')
})

test('a slot that is given back twice is there once', async () => {
  const slots = callSlots(1)
  const giveBack = await slots.take(undefined)
  giveBack?.()
  giveBack?.()
  await slots.take(undefined)
  const stop = new AbortController()
  const none = slots.take(stop.signal)
  stop.abort()
  expect(await none).toBeNull()
})

test('the more urgent call goes before those that waited longer', async () => {
  const slots = callSlots(1)
  const giveBack = await slots.take(undefined)
  const order: string[] = []
  const enter = async (name: string, urgency: 'live' | 'soon' | 'background') => {
    const leave = await slots.take(undefined, urgency)
    order.push(name)
    leave?.()
  }
  const all = [
    enter('scoring', 'background'),
    enter('scoring again', 'background'),
    enter('notes', 'soon'),
    enter('answer', 'live'),
  ]
  giveBack?.()
  await Promise.all(all)
  expect(order).toEqual(['answer', 'notes', 'scoring', 'scoring again'])
})

test('calls for which nobody waits leave one slot of several to live ones', async () => {
  const slots = callSlots(3)
  const first = await slots.take(undefined, 'background')
  await slots.take(undefined, 'soon')
  let isIn = false
  const third = slots.take(undefined, 'background').then(() => {
    isIn = true
  })
  const live = await slots.take(undefined, 'live')
  first?.()
  expect(isIn).toBe(false)
  live?.()
  await third
  expect(isIn).toBe(true)
})
