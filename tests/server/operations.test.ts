import { request } from 'node:http'
import { expect, test } from 'vitest'
import { serverLog } from '#src/server-log.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { obedientModel, startModelPeer } from '../support/model-peer.ts'
import { endedInterview, scored } from '../support/sit-interview.ts'

const answer = shippedQuestion('behavioral', 'outage-investigated').answers.find(({ quality }) => quality === 'senior')
const words = answer?.parts[0]?.text.split(/\n+/).slice(0, 3) ?? []

/** The values of a metric whose labels hold all of these, summed. */
function measured(text: string, name: string, labels: Record<string, string> = {}): number {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  const lines = text.split('\n').filter((line) => /^[^#]/.test(line) && line.split(/[{ ]/)[0] === name)
  const found = lines.filter((line) => wanted.every((label) => line.includes(label)))
  return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

test('metrics count requests, calls, tokens, interviews and scoring, and tell nothing of who said what', async () => {
  const peer = await startModelPeer(obedientModel)
  const env = { OPENAI_BASE_URL: peer.baseUrl, HOTSEAT_MODEL: 'peer', HOTSEAT_OBSERVER: 'off', HOTSEAT_METRICS_PORT: '0' }
  const hotseat = await startHotseat({ env })
  const metrics = `http://127.0.0.1:${hotseat.metricsPort}/metrics`
  const read = async () => (await fetch(metrics)).text()
  const id = await endedInterview(hotseat, words, { minutes: 5, question: 'outage-investigated' })
  await scored(hotseat, id)
  await ask(hotseat, `/api/interviews/${id}`)
  await expect.poll(async () => measured(await read(), 'hotseat_sockets_open')).toBe(0)

  const text = await read()
  const route = { http_route: '/api/interviews/:id', http_request_method: 'GET', http_response_status_code: '200' }
  expect(measured(text, 'http_server_request_duration_seconds_count', route)).toBe(1)
  expect(text).toMatch(
    /gen_ai_client_operation_duration_seconds_count\{.*gen_ai_request_model="peer",prompt="interviewer-turn@\d+"/,
  )
  expect(measured(text, 'gen_ai_client_time_to_first_chunk_seconds_count')).toBeGreaterThan(1)
  expect(measured(text, 'gen_ai_client_token_usage_sum', { gen_ai_token_type: 'input' })).toBeGreaterThan(0)
  expect(measured(text, 'hotseat_interviews_ended_total')).toBe(1)
  expect(measured(text, 'hotseat_scoring_duration_seconds_count', { scorer: 'model', outcome: 'scored' })).toBe(1)
  expect(measured(text, 'hotseat_scoring_jobs')).toBe(0)
  expect(measured(text, 'hotseat_model_calls_running')).toBe(0)
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(text).not.toContain(id)
  expect(text).not.toContain(words[0]?.slice(0, 20))
})

test('metrics answer on this machine by its own names alone, and at one address', async () => {
  const { metricsPort: port } = await startHotseat({ env: { HOTSEAT_METRICS_PORT: '0' } })
  const statusOf = (path: string, host: string) =>
    new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, headers: { host } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
  expect(await statusOf('/metrics', 'localhost:9100')).toBe(200)
  expect(await statusOf('/metrics', 'attacker.example')).toBe(404)
  expect(await statusOf('/', 'localhost')).toBe(404)
})

test('a port for metrics that is in use is refused, and nothing is left listening', async () => {
  const first = await startHotseat({ env: { HOTSEAT_METRICS_PORT: '0' } })
  const port = String(first.metricsPort)
  await expect(startHotseat({ env: { HOTSEAT_METRICS_PORT: port } })).rejects.toThrow(`on 127.0.0.1:${port}`)
})

test('probes need no access', async () => {
  const hotseat = await startHotseat()
  const probe = async (path: string) => {
    const response = await fetch(`${hotseat.origin}${path}`)
    return [response.status, await response.text()]
  }
  expect(await probe('/healthz')).toEqual([200, 'ok'])
  expect(await probe('/readyz')).toEqual([200, 'ready'])
})

test('every answer names its request', async () => {
  const hotseat = await startHotseat()
  const ids = await Promise.all(
    ['/api/interviews', '/api/nothing', '/'].map(async (path) => (await ask(hotseat, path)).headers.get('x-request-id')),
  )
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
})

test('a log line holds no words and no secret, whatever it is handed', () => {
  const lines: string[] = []
  const log = serverLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) })
  const secrets = { text: 'what I said', headers: { cookie: 'c-1' }, authorization: 'Bearer b-2' }
  const error = Object.assign(new Error('It broke.'), { raw: 'what the model said' })
  log.info({ interview: 'i-1', ...secrets, failure: { raw: 'what the model said', apiKey: 'k-3' } }, 'One.')
  log.error({ request: 'r-1', error }, 'Two.')
  const written = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(written).toMatchObject([
    { interview: 'i-1', msg: 'One.' },
    { request: 'r-1', msg: 'Two.', error: { message: 'It broke.' } },
  ])
  for (const secret of ['what I said', 'c-1', 'b-2', 'k-3', 'what the model said']) expect(lines.join('')).not.toContain(secret)
})
