import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { messagesUnderWay, restFactor } from '#src/model/resting-connections.ts'
import { chunk, doneLine, startFaultPeer, usageChunk } from '../support/fault-peer.ts'
import { call, deadlines, modelAt, partsOf } from './asking.ts'

const resting = { deadlines: { ...deadlines, restMs: 200 } }
const usage = { promptTokens: 11, completionTokens: 7 }

test('what comes while the connection rests is handed on together', async () => {
  let goOn = (): void => undefined
  const told = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const peer = await startFaultPeer(async ({ open, send, end }) => {
    open()
    await send(chunk({ content: 'One' }))
    await told
    await send(chunk({ content: ' two' }), chunk({ content: ' three' }, 'stop'), usageChunk, doneLine)
    end()
  })
  const parts = modelAt(peer, resting).model.streamText(call())[Symbol.asyncIterator]()
  expect((await parts.next()).value).toEqual({ type: 'text', text: 'One' })
  goOn()
  expect((await parts.next()).value).toEqual({ type: 'text', text: ' two three', chunks: 2 })
  expect((await parts.next()).value).toEqual({ type: 'finish', usage })
})

test('the first words of a reply are read as they come', async () => {
  const parts: string[] = [' two', ' three']
  let goOn = (): void => undefined
  const asked = () =>
    new Promise<void>((resolve) => {
      goOn = resolve
    })
  const peer = await startFaultPeer(async ({ open, send }) => {
    open()
    await send(chunk({ content: 'One' }))
    for (const content of parts) {
      await asked()
      await send(chunk({ content }))
    }
  })
  const stop = new AbortController()
  const neverAwake = { deadlines: { ...deadlines, restMs: 100_000, restAfterMs: 1000 } }
  const { model, clock } = modelAt(peer, neverAwake)
  const heard = model.streamText(call({ signal: stop.signal }))[Symbol.asyncIterator]()
  expect((await heard.next()).value).toEqual({ type: 'text', text: 'One' })
  clock.advance(999)
  for (const text of parts) {
    goOn()
    expect((await heard.next()).value).toEqual({ type: 'text', text })
  }
  stop.abort()
})

test('with hundreds of replies at once connections rest for longer, up to three times', () => {
  expect([1, 250, 251, 500, 501, 10_000].map(restFactor)).toEqual([1, 1, 2, 2, 3, 3])
})

test('a connection that has rested is awake for the next call', async () => {
  let connections = 0
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(chunk({ content: 'One' }))
    setImmediate(() => response.end(chunk({ content: ' two' }, 'stop') + usageChunk + doneLine))
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { model } = modelAt({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` }, resting)
  for (let round = 0; round < 3; round++)
    expect((await partsOf(model.streamText(call()))).at(-1)).toEqual({ type: 'finish', usage })
  expect(connections).toBe(1)
  expect(messagesUnderWay()).toBe(0)
})

test('a call that is given up while the connection rests ends at once, and the endpoint sees it', async () => {
  let gone: Promise<void> = Promise.resolve()
  const peer = await startFaultPeer(async (exchange) => {
    gone = exchange.gone
    exchange.open()
    await exchange.send(chunk({ content: 'One' }))
  })
  const stop = new AbortController()
  const parts = modelAt(peer, resting)
    .model.streamText(call({ signal: stop.signal }))
    [Symbol.asyncIterator]()
  await parts.next()
  expect(messagesUnderWay()).toBe(1)
  stop.abort()
  expect((await parts.next()).value).toMatchObject({ type: 'failure', failure: { kind: 'aborted' } })
  await gone
  expect(messagesUnderWay()).toBe(0)
})
