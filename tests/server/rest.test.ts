import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  interviewRowSchema,
  maxBodyBytes,
  offeredTrackSchema,
  openedInterviewSchema,
  problemSchema,
  scoredInterviewSchema,
  scoringProgressSchema,
  settingsSchema,
  statusSchema,
} from '#src/protocol/rest.ts'
import { readTranscript } from '#src/transcript/read-transcript.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { rawPeer } from '../support/raw-peer.ts'
import { forgetWriting, giveAway } from '../support/turn-rows.ts'

const choice = { track: 'behavioral', level: 'senior', minutes: 15, mode: 'practice', persona: 'neutral' }
const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })
const begin = (change: Record<string, unknown>): RequestInit => post({ ...choice, ...change })

async function read<Schema extends z.ZodType>(hotseat: Hotseat, path: string, schema: Schema): Promise<z.infer<Schema>> {
  const response = await ask(hotseat, path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('application/json')
  return schema.parse(await response.json())
}

/** An interview that was ended by the candidate after these words. */
async function ended(hotseat: Hotseat, words: string[]): Promise<string> {
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  for (const text of words) await say(client, text)
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  return id
}

test('what can be practised is told without a word of the guides', async () => {
  const hotseat = await startHotseat()
  const tracks = await read(hotseat, '/api/tracks', z.array(offeredTrackSchema.strict()))
  expect(tracks.map(({ id }) => id)).toContain('behavioral')
  for (const track of tracks)
    for (const question of track.questions)
      expect(Object.keys(question)).toEqual(['id', 'title', 'levels', 'topics', 'framework'])
})

test('an interview is begun, found, listed and exported', async () => {
  const hotseat = await startHotseat()
  const begun = await beginInterview(hotseat, { question: 'outage-investigated' })
  expect(begun).toMatchObject({
    ...choice,
    status: 'running',
    elapsedMs: 0,
  })
  expect(begun.questions[0]).toMatchObject({ id: 'outage-investigated', firstTurn: null })
  expect(await read(hotseat, `/api/interviews/${begun.id}`, openedInterviewSchema.strict())).toEqual({
    ...begun,
    takesPictures: false,
  })
  const [row, ...others] = await read(hotseat, '/api/interviews', z.array(interviewRowSchema))
  expect([row?.id, row?.status, row?.turns, others]).toEqual([begun.id, 'running', 0, []])
  const file = await ask(hotseat, `/api/interviews/${begun.id}/export`)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="interview-${begun.id}.md"`)
  expect(await file.text()).toContain('Not scored yet.')
})

test('without a model an interview is held in English only, and the refusal says what to do', async () => {
  const hotseat = await startHotseat()
  const refused = await ask(hotseat, '/api/interviews', begin({ language: 'de' }))
  expect(refused.status).toBe(409)
  expect(problemSchema.parse(await refused.json()).error).toEqual({
    code: 'needs-a-model',
    message: 'The rule-based interviewer speaks English only; connect a model for an interview in German.',
  })
  expect((await ask(hotseat, '/api/interviews', begin({ language: 'xx' }))).status).toBe(400)
  expect(await read(hotseat, '/api/interviews', z.array(interviewRowSchema))).toEqual([])
  const begun = await beginInterview(hotseat, { company: 'startup' })
  expect(begun).toMatchObject({ company: 'startup', language: 'en' })
  expect(await read(hotseat, '/api/interviews', z.array(interviewRowSchema))).toMatchObject([
    { company: 'startup', language: 'en' },
  ])
})

test('an interview from before phases said whether one writes in them opens its workspace as others do', async () => {
  const hotseat = await startHotseat()
  const { id, schedule } = await beginInterview(hotseat, { track: 'coding', minutes: 40 })
  forgetWriting(hotseat, id)
  const opened = await read(hotseat, `/api/interviews/${id}`, openedInterviewSchema)
  expect(opened.schedule.filter(({ writes }) => writes).map(({ phase }) => phase)).toEqual(['code', 'testing', 'extension'])
  expect(opened.schedule).toEqual(schedule)
})

test('the newest interview is listed first', async () => {
  const hotseat = await startHotseat()
  const first = await beginInterview(hotseat)
  const second = await beginInterview(hotseat, { track: 'system-design', minutes: 45 })
  expect((await read(hotseat, '/api/interviews', z.array(interviewRowSchema))).map(({ id }) => id)).toEqual([second.id, first.id])
})

test('an ended interview is scored by itself, and scored again when asked', async () => {
  const hotseat = await startHotseat()
  const words = 'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing. '
  const id = await ended(hotseat, [words.repeat(3), words.repeat(3), words.repeat(3)])
  const scoring = `/api/interviews/${id}/scoring`
  const progress = () => read(hotseat, scoring, scoringProgressSchema.nullable())
  await expect.poll(async () => (await progress())?.status, { timeout: 10_000 }).toBe('done')
  const { scorecard, turns, answers } = await read(hotseat, `/api/interviews/${id}/scorecard`, scoredInterviewSchema)
  expect(scorecard.scores.length).toBeGreaterThan(0)
  expect(turns.filter(({ speaker }) => speaker === 'candidate').length).toBe(3)
  expect(answers.length).toBeGreaterThan(0)

  const again = await ask(hotseat, scoring, { method: 'POST' })
  expect(again.status).toBe(202)
  expect(scoringProgressSchema.parse(await again.json()).scorer).toBe('rule-based')

  const file = await ask(hotseat, `/api/interviews/${id}/export?format=json`)
  expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(readTranscript(await file.text(), 'the export').turns.map(({ text }) => text)).toEqual(turns.map(({ text }) => text))
})

test('there is no scoring and no scorecard before the end', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  expect(await read(hotseat, `/api/interviews/${id}/scoring`, z.unknown())).toBeNull()
  expect((await ask(hotseat, `/api/interviews/${id}/scorecard`)).status).toBe(404)
})

test('status and settings say that no model is in force, and a check has nothing to test', async () => {
  const hotseat = await startHotseat({ env: { OPENAI_API_KEY: 'sk-a-key-without-a-model' } })
  const notices = ['OPENAI_API_KEY is set but HOTSEAT_MODEL is not, so no model is used.']
  expect(await read(hotseat, '/api/status', statusSchema)).toEqual({ model: null, notices })
  expect(await read(hotseat, '/api/settings', settingsSchema)).toEqual({ model: null, notices, ownQuestions: null })
  const checked = await ask(hotseat, '/api/settings/check', { method: 'POST' })
  expect([checked.status, await checked.json()]).toEqual([200, []])
})

test('settings name the model and that there is a key, never the key', async () => {
  const env = { OPENAI_API_KEY: 'sk-very-secret', HOTSEAT_MODEL: 'one', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }
  const hotseat = await startHotseat({ env })
  const model = { baseUrl: env.OPENAI_BASE_URL, interviewer: 'one', scorer: 'one', seesPictures: false }
  expect(await read(hotseat, '/api/status', statusSchema.strict())).toEqual({ model, notices: [] })
  expect(await read(hotseat, '/api/settings', z.unknown())).toEqual({
    model: { ...model, hasKey: true, scorerRepeats: 1, contextTokens: 32_768, prices: null },
    notices: [],
    ownQuestions: null,
  })
  const checked = await (await ask(hotseat, '/api/settings/check', { method: 'POST' })).text()
  expect(JSON.parse(checked)).toMatchObject([{ model: 'one', reachable: false }])
  expect(checked).not.toContain('sk-very-secret')
})

test('status says that pictures of the board go to the model where that is set', async () => {
  const env = { HOTSEAT_MODEL: 'one', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', HOTSEAT_PICTURES: 'on' }
  const hotseat = await startHotseat({ env })
  expect((await read(hotseat, '/api/status', statusSchema)).model?.seesPictures).toBe(true)
})

test.each([
  {
    what: 'a body that is not JSON',
    init: { method: 'POST', body: '{"track":' },
    status: 400,
    code: 'bad-json',
    says: /not JSON/,
  },
  { what: 'a body that is no object', init: post(null), status: 400, code: 'bad-request', says: /expected object/ },
  { what: 'no body', init: { method: 'POST', body: '' }, status: 400, code: 'bad-json', says: /not JSON/ },
  {
    what: 'a body that is said to be a form',
    init: { ...begin({}), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    status: 415,
    code: 'wrong-content-type',
    says: /application\/json/,
  },
  {
    what: 'a body that is said to be plain text',
    init: { ...begin({}), headers: { 'content-type': 'text/plain' } },
    status: 415,
    code: 'wrong-content-type',
    says: /application\/json/,
  },
  {
    what: 'a track that nobody knows',
    init: begin({ track: 'juggling' }),
    status: 400,
    code: 'bad-request',
    says: /^track: .*"behavioral"/,
  },
  {
    what: 'a track with a name that every object has',
    init: begin({ track: '__proto__' }),
    status: 400,
    code: 'bad-request',
    says: /^track/,
  },
  { what: 'a missing level', init: begin({ level: undefined }), status: 400, code: 'bad-request', says: /^level: / },
  {
    what: 'a question that nobody knows',
    init: begin({ question: 'no-such' }),
    status: 404,
    code: 'not-found',
    says: /no question "no-such"/,
  },
  {
    what: 'a question of another track',
    init: begin({ question: 'url-shortener' }),
    status: 404,
    code: 'not-found',
    says: /in the track behavioral/,
  },
  { what: 'minutes that are too few', init: begin({ minutes: 1 }), status: 400, code: 'bad-request', says: /^minutes: / },
  { what: 'minutes that are a fraction', init: begin({ minutes: 15.5 }), status: 400, code: 'bad-request', says: /^minutes: / },
  { what: 'minutes that are text', init: begin({ minutes: '15' }), status: 400, code: 'bad-request', says: /^minutes: / },
  {
    what: 'minutes that are beyond all numbers',
    init: { method: 'POST', body: JSON.stringify(choice).replace('15', '1e999') },
    status: 400,
    code: 'bad-request',
    says: /^minutes: /,
  },
  {
    what: 'a length that the track does not offer',
    init: begin({ minutes: 16 }),
    status: 409,
    code: 'conflict',
    says: /it offers 5, 15, 45/,
  },
  {
    what: 'a body that is too large',
    init: begin({ padding: 'x'.repeat(maxBodyBytes) }),
    status: 413,
    code: 'too-large',
    says: /65536 bytes/,
  },
])('to begin an interview with $what is a problem that says what to do', async ({ init, status, code, says }) => {
  const hotseat = await startHotseat()
  expect(await problemOf(await ask(hotseat, '/api/interviews', init))).toEqual({
    status,
    code,
    message: expect.stringMatching(says),
  })
  expect(await (await ask(hotseat, '/api/interviews')).json()).toEqual([])
})

test('a body of exactly 64 KiB is read', async () => {
  const hotseat = await startHotseat()
  const bare = JSON.stringify({ ...choice, padding: '' })
  const response = await ask(hotseat, '/api/interviews', begin({ padding: 'x'.repeat(maxBodyBytes - bare.length) }))
  expect(response.status).toBe(201)
})

test('a body whose length is not said is refused before it is read', async () => {
  const hotseat = await startHotseat()
  const { until } = await rawPeer(
    hotseat,
    'POST /api/interviews HTTP/1.1',
    `host: 127.0.0.1:${hotseat.port}`,
    `authorization: Bearer ${hotseat.token}`,
    'content-type: application/json',
    'transfer-encoding: chunked',
    '',
    '1',
    '{',
    '',
  )
  expect(await until((received) => received.includes('"message"'))).toMatch(/^HTTP\/1\.1 411 [\s\S]*"code":"length-required"/)
})

const unknownId = '00000000-0000-4000-8000-000000000000'
test.each([
  ['GET', ''],
  ['GET', '/scoring'],
  ['POST', '/scoring'],
  ['GET', '/scorecard'],
  ['GET', '/export'],
  ['GET', '/export?format=json'],
])('%s …%s of an interview that does not exist or is somebody else’s is the same problem', async (method, path) => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  giveAway(hotseat, id)
  for (const asked of [id, unknownId, '__proto__', '%00', '%ZZ', "'%20or%201=1--"])
    expect(await problemOf(await ask(hotseat, `/api/interviews/${asked}${path}`, { method }))).toEqual({
      status: 404,
      code: 'not-found',
      message: 'There is no such interview.',
    })
})

test('the list shows nobody else’s interviews', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  giveAway(hotseat, id)
  expect(await read(hotseat, '/api/interviews', z.unknown())).toEqual([])
})

test.each([
  {
    what: 'an id longer than any',
    method: 'GET',
    path: `/api/interviews/${'x'.repeat(65)}`,
    status: 400,
    code: 'bad-request',
    says: /^id: /,
  },
  {
    what: 'a format that is none',
    method: 'GET',
    path: `/api/interviews/${unknownId}/export?format=pdf`,
    status: 400,
    code: 'bad-request',
    says: /^format: .*"markdown"/,
  },
  {
    what: 'an address where nothing is',
    method: 'GET',
    path: '/api/nothing',
    status: 404,
    code: 'not-found',
    says: /openapi\.json/,
  },
  {
    what: 'a method that is not taken there',
    method: 'PUT',
    path: '/api/interviews',
    status: 405,
    code: 'wrong-method',
    says: /takes GET, HEAD, POST, DELETE, not PUT/,
  },
  {
    what: 'a method that is not taken for an interview',
    method: 'PUT',
    path: `/api/interviews/${unknownId}`,
    status: 405,
    code: 'wrong-method',
    says: /takes GET, HEAD, DELETE, not PUT/,
  },
  { what: 'a POST to a page', method: 'POST', path: '/start', status: 404, code: 'not-found', says: /nothing at this address/ },
])('$what is a problem that says what to do', async ({ method, path, status, code, says }) => {
  const hotseat = await startHotseat()
  const response = await ask(hotseat, path, { method })
  if (status === 405) expect(response.headers.get('allow')).toContain('GET')
  expect(await problemOf(response)).toEqual({ status, code, message: expect.stringMatching(says) })
})

test('while an interview runs it is not scored, and its moves are not exported', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat)
  const refused = { status: 409, code: 'not-ended', message: expect.stringContaining('end it first') }
  expect(await problemOf(await ask(hotseat, `/api/interviews/${id}/scoring`, { method: 'POST' }))).toEqual(refused)
  expect(await problemOf(await ask(hotseat, `/api/interviews/${id}/export?format=json`))).toEqual(refused)
})

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toContain('application/json')
  const { error } = z.strictObject(problemSchema.shape).parse(await response.json())
  return { status: response.status, ...error }
}
