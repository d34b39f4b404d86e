import { expect, test } from 'vitest'
import { rejects, startFaultPeer, streams } from '../support/fault-peer.ts'
import { startModelPeer } from '../support/model-peer.ts'
import { call, failureIn, isRest, modelAt, partsOf, passRest, textOf } from './asking.ts'

test.each([408, 429, 500, 502, 503, 529])('a status of %i before the first word is tried again after a rest', async (status) => {
  const peer = await startFaultPeer(rejects(status, { error: { message: 'not now' } }), streams('Here I am.'))
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await passRest(clock)
  expect(textOf(await parts)).toBe('Here I am.')
  expect(peer.requests).toHaveLength(2)
})

test('a third party that fails once is asked once more', async () => {
  const replies = [{ status: 503, message: 'overloaded' }, 'Here I am.']
  const peer = await startModelPeer(() => replies.shift() ?? 'once too often')
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await passRest(clock)
  expect(textOf(await parts)).toBe('Here I am.')
  expect(peer.requests).toHaveLength(2)
})

test('after three tries it is over, and each rest was longer than the one before', async () => {
  const busy = rejects(500, { error: { message: 'not now' } })
  const peer = await startFaultPeer(busy, busy, busy)
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  const rests: number[] = []
  for (const again of [2, 3]) {
    await clock.until((pending) => pending.some(isRest))
    rests.push(clock.pending().find(isRest) ?? 0)
    clock.advance(1250)
    await peer.requested(again)
  }
  expect(failureIn(await parts).kind).toBe('server-error')
  expect(peer.requests).toHaveLength(3)
  const [first = 0, second = 0] = rests
  expect([first >= 375 && first <= 625, second >= 750 && second <= 1250]).toEqual([true, true])
})

const inSeconds = (seconds: number) => new Date(Date.UTC(2026, 0, 5, 9, 0, seconds)).toUTCString()

test.each([
  ['seconds', { 'retry-after': '7' }, 7000],
  ['parts of a second', { 'retry-after': '0.5' }, 500],
  ['milliseconds', { 'retry-after-ms': '1800', 'retry-after': '7' }, 1800],
  ['a date', { 'retry-after': inSeconds(12) }, 12_000],
  ['a date that is past', { 'retry-after': inSeconds(-12) }, 0],
  ['half a minute, the longest that is waited for', { 'retry-after': '30' }, 30_000],
])('an endpoint that asks for a rest in %s is not asked sooner', async (_, headers, restMs) => {
  const peer = await startFaultPeer(rejects(429, { error: { message: 'slow down' } }, headers), streams('Here I am.'))
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.includes(restMs))
  if (restMs > 0) {
    clock.advance(restMs - 1)
    expect(clock.pending()).toContain(restMs)
  }
  clock.advance(1)
  expect(textOf(await parts)).toBe('Here I am.')
})

test.each(['31', '3600', inSeconds(120)])(
  'an endpoint that asks for more than half a minute (%s) is not waited for',
  async (given) => {
    const peer = await startFaultPeer(rejects(429, { error: { message: 'slow down' } }, { 'retry-after': given }))
    expect(failureIn(await partsOf(modelAt(peer).model.streamText(call()))).kind).toBe('rate-limited')
    expect(peer.requests).toHaveLength(1)
  },
)

test.each(['soon', '-5', ''])('a Retry-After that says nothing (%o) leaves the rest to us', async (given) => {
  const peer = await startFaultPeer(rejects(503, {}, { 'retry-after': given }), streams('Here I am.'))
  const { model, clock } = modelAt(peer)
  const parts = partsOf(model.streamText(call()))
  await clock.until((pending) => pending.some((delayMs) => delayMs >= 375 && delayMs <= 625))
  clock.advance(625)
  expect(textOf(await parts)).toBe('Here I am.')
})

test.each<[number, unknown, string]>([
  [400, { error: { message: 'no such thing' } }, 'bad-request'],
  [400, { error: { message: 'API key not valid. Please pass a valid API key.' } }, 'unauthorized'],
  [400, { error: { message: 'filtered', code: 'content_filter' } }, 'refused'],
  [400, { error: { message: 'too long', code: 'context_length_exceeded' } }, 'context-full'],
  [401, { error: { message: 'who are you?' } }, 'unauthorized'],
  [402, { error: { message: 'pay first' } }, 'rate-limited'],
  [403, { error: { message: 'not you' } }, 'unauthorized'],
  [404, { error: { message: 'no such model' } }, 'not-found'],
  [404, '<html>nginx</html>', 'not-found'],
  [413, { error: { message: 'too large' } }, 'context-full'],
  [422, { detail: [{ loc: ['body'], msg: 'no' }] }, 'bad-request'],
  [429, { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } }, 'rate-limited'],
  [429, { error: { message: 'Your quota is used up', type: 'insufficient_quota' } }, 'rate-limited'],
])('a status of %i with %j is never tried again', async (status, body, kind) => {
  const peer = await startFaultPeer(rejects(status, body))
  expect(failureIn(await partsOf(modelAt(peer).model.streamText(call()))).kind).toBe(kind)
  expect(peer.requests).toHaveLength(1)
})
