import { expect, test } from 'vitest'
import { z } from 'zod'
import { chunk, rejects, sends, startFaultPeer, streams } from '../support/fault-peer.ts'
import { type PeerRequest, startModelPeer } from '../support/model-peer.ts'
import { call, modelAt } from './asking.ts'

const verdictSchema = z.object({ verdict: z.enum(['yes', 'no']), turn: z.number().int().min(1), remark: z.string().optional() })
const question = (fields = {}) => ({ ...call(fields), schema: verdictSchema, schemaName: 'verdict' })
const good = '{"verdict": "yes", "turn": 3}'
const value = { verdict: 'yes', turn: 3 }
const usage = { promptTokens: 11, completionTokens: 7 }

test('an endpoint that takes a schema is sent one without bounds, in which nothing is optional', async () => {
  const peer = await startFaultPeer(streams(good))
  expect(await modelAt(peer).model.object(question())).toEqual({ ok: true, value, usage })
  expect(peer.requests[0]?.body.response_format).toEqual({
    type: 'json_schema',
    json_schema: {
      name: 'verdict',
      strict: true,
      schema: {
        type: 'object',
        properties: {
          verdict: { type: 'string', enum: ['yes', 'no'] },
          turn: { type: 'integer' },
          remark: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
        required: ['verdict', 'turn', 'remark'],
        additionalProperties: false,
      },
    },
  })
})

const formOf = ({ responseFormat }: PeerRequest) => (responseFormat as { type?: string } | undefined)?.type ?? 'text'

test.each([
  { takes: ['json_object', 'text'], tried: ['json_schema', 'json_object'] },
  { takes: ['text'], tried: ['json_schema', 'json_object', 'text'] },
])('an endpoint that takes only $takes is asked $tried, and shown the schema in the message', async ({ takes, tried }) => {
  const peer = await startModelPeer((request) =>
    takes.includes(formOf(request)) ? good : { status: 400, message: "must be 'something else'" },
  )
  expect(await modelAt(peer).model.object(question())).toMatchObject({ ok: true, value })
  expect(peer.requests.map(formOf)).toEqual(tried)
  expect(peer.requests[0]?.lastMessage).toBe('Are you there?')
  expect(peer.requests.at(-1)?.lastMessage).toMatch(/^Are you there\?\n\n\{"reply_json_schema":\{.*"verdict"/)
})

test.each([
  ['in a fence', `\`\`\`json\n${good}\n\`\`\``],
  ['behind thoughts', `<think>{"verdict": "no", "turn": 1}?</think>${good}`],
  ['among words', `Here you are: ${good} Anything else?`],
  ['behind a first thought that fits too', `{"verdict": "no", "turn": 1} — no, wait: ${good}`],
  ['with a trailing comma and single quotes', "{'verdict': 'yes', 'turn': 3,}"],
  ['with a null for what is missing', '{"verdict": "yes", "turn": 3, "remark": null}'],
  ['with its last brace missing', '{"verdict": "yes", "turn": 3'],
])('an object is found %s', async (_, reply) => {
  const peer = await startFaultPeer(streams(reply))
  expect(await modelAt(peer).model.object(question())).toMatchObject({ ok: true, value })
  expect(peer.requests).toHaveLength(1)
})

test('a reply of another shape goes back once with its faults, and the usage of both is counted', async () => {
  const wrong = '{"verdict": "perhaps", "turn": 0}'
  const peer = await startFaultPeer(streams(wrong), streams(good))
  expect(await modelAt(peer).model.object(question())).toEqual({
    ok: true,
    value,
    usage: { promptTokens: 22, completionTokens: 14 },
  })
  const messages = peer.requests[1]?.body.messages as { role: string; content: string }[]
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
  expect(messages[1]?.content).toBe(wrong)
  expect(JSON.parse(messages[2]?.content ?? '').faults_of_the_reply).toEqual([
    expect.stringMatching(/^verdict: /),
    expect.stringMatching(/^turn: /),
  ])
})

test('a reply of another shape twice is an honest failure with the last words, and no third call is made', async () => {
  const peer = await startFaultPeer(streams('I would say yes.'), streams('Yes!'))
  expect(await modelAt(peer).model.object(question())).toEqual({
    ok: false,
    usage: { promptTokens: 22, completionTokens: 14 },
    failure: { kind: 'unreadable', message: expect.stringContaining('in the form it was asked for, twice'), raw: 'Yes!' },
  })
  expect(peer.requests).toHaveLength(2)
})

test.each([
  ['cut off at its limit of tokens', sends(chunk({ content: '{"verdict": "yes", "turn": 3' }), chunk({}, 'length')), 'too-long'],
  ['a refusal', sends(chunk({ refusal: 'I will not.' }), chunk({}, 'stop')), 'refused'],
  ['empty', sends(chunk({ content: null }, 'stop')), 'empty'],
  ['an error with a success’s status', rejects(200, { error: { message: 'no', type: 'invalid_api_key' } }), 'unauthorized'],
])('a reply that is %s is no object and is not asked to be mended', async (_, reply, kind) => {
  const peer = await startFaultPeer(reply)
  expect(await modelAt(peer).model.object(question())).toMatchObject({ ok: false, failure: { kind } })
  expect(peer.requests).toHaveLength(1)
})

test('a repair that fails is told as what it failed of, with the usage of the first reply', async () => {
  const peer = await startFaultPeer(streams('Yes!'), rejects(401, {}))
  expect(await modelAt(peer).model.object(question())).toMatchObject({ ok: false, usage, failure: { kind: 'unauthorized' } })
})

test('every request that a call took is told with its usage: the rejected form, the reply and its repair', async () => {
  const told: unknown[] = []
  const peer = await startFaultPeer(rejects(400, {}), streams('Yes!'), streams(good))
  await modelAt(peer).model.object(question({ onRequest: (request: unknown) => told.push(request) }))
  expect(told).toEqual([
    { usage: null, answered: false },
    { usage, answered: true },
    { usage, answered: true },
  ])
})
