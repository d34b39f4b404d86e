import { expect, test } from 'vitest'
import { chunk, doneLine, type Reply, rejects, sends, startFaultPeer, streams } from '../support/fault-peer.ts'
import { startModelPeer } from '../support/model-peer.ts'
import { deadlines, modelAt } from './asking.ts'

const ready = '{"ready": true}'

test('an endpoint that does everything is well', async () => {
  const peer = await startModelPeer(() => ready)
  expect(await modelAt(peer).model.checkHealth()).toEqual({
    reachable: true,
    streams: true,
    structured: 'json-schema',
    millisecondsToFirstToken: 0,
    problem: null,
  })
})

test('the time to the first token is measured', async () => {
  let goOn = () => undefined as unknown
  const told = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const peer = await startFaultPeer(async ({ open, send, end }) => {
    open()
    await told
    await send(chunk({ content: ready }, 'stop'), doneLine)
    end()
  }, streams(ready))
  const { model, clock } = modelAt(peer)
  const health = model.checkHealth()
  await clock.until((pending) => pending.includes(deadlines.firstTokenMs) && !pending.includes(deadlines.connectMs))
  clock.advance(1200)
  goOn()
  expect(await health).toMatchObject({ millisecondsToFirstToken: 1200, problem: null })
})

test.each([
  ['json-object', ['json_schema']],
  ['text', ['json_schema', 'json_object']],
])('the best form of structured output that worked is %s', async (structured, rejected) => {
  const peer = await startModelPeer(({ responseFormat }) => {
    const { type } = (responseFormat ?? { type: 'text' }) as { type: string }
    return rejected.includes(type) ? { status: 400, message: 'not supported' } : ready
  })
  expect(await modelAt(peer).model.checkHealth()).toMatchObject({ streams: true, structured, problem: null })
})

test('an endpoint that sends a whole completion answers, but does not stream', async () => {
  const whole = rejects(200, { choices: [{ message: { content: ready }, finish_reason: 'stop' }] })
  expect(await modelAt(await startFaultPeer(whole, whole)).model.checkHealth()).toMatchObject({
    reachable: true,
    streams: false,
    structured: 'json-schema',
    problem: null,
  })
})

test('a model that only chats is reachable and streams, and the problem is told', async () => {
  const peer = await startFaultPeer(streams('Hello!'), streams('Hello!'), streams('Hello again!'))
  expect(await modelAt(peer).model.checkHealth()).toEqual({
    reachable: true,
    streams: true,
    structured: null,
    millisecondsToFirstToken: 0,
    problem: expect.stringContaining('did not reply in the form it was asked for'),
  })
})

const ill = { streams: false, structured: null, millisecondsToFirstToken: null }

test.each<[string, Reply, boolean, string]>([
  ['that does not accept the key', rejects(401, {}), true, 'check OPENAI_API_KEY'],
  ['without the model', rejects(404, {}), true, 'has no model "peer"'],
  ['that is a web page', rejects(200, '<p>Hi</p>', { 'content-type': 'text/html' }), true, 'is no chat completion'],
  ['that is busy', rejects(429, {}, { 'retry-after': '99' }), true, 'wait a minute'],
])('an endpoint %s is told apart', async (_, reply, reachable, problem) => {
  const peer = await startFaultPeer(reply)
  expect(await modelAt(peer).model.checkHealth()).toEqual({ ...ill, reachable, problem: expect.stringContaining(problem) })
  expect(peer.requests).toHaveLength(1)
})

test('an endpoint that accepts the connection and says nothing is not reachable', async () => {
  const peer = await startFaultPeer(() => undefined)
  const { model, clock } = modelAt(peer)
  const health = model.checkHealth()
  await peer.requested(1)
  clock.advance(deadlines.connectMs)
  expect(await health).toEqual({ ...ill, reachable: false, problem: expect.stringContaining('did not answer in time') })
})

test('a reply that breaks off shows that it streams', async () => {
  const peer = await startFaultPeer(sends(chunk({ content: 'Half a ' })))
  expect(await modelAt(peer).model.checkHealth()).toEqual({
    reachable: true,
    streams: true,
    structured: null,
    millisecondsToFirstToken: 0,
    problem: expect.stringContaining('broke in the middle of a reply'),
  })
})

test('a check that is stopped returns at once', async () => {
  const peer = await startFaultPeer(({ open }) => open())
  const stop = new AbortController()
  const health = modelAt(peer).model.checkHealth(stop.signal)
  await peer.requested(1)
  stop.abort()
  expect(await health).toMatchObject({ problem: 'The call was stopped.' })
})
