import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ClientFrame, clientFrameSchema, closeCodes } from '#src/protocol/frames.ts'
import type { ScoredInterview } from '#src/protocol/rest.ts'
import { boxes, draw } from '../support/drawing.ts'
import { enterAsGuest, share } from '../support/guest.ts'
import type { Hotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect } from '../support/live-client.ts'
import { endedInterview, endInterview, openScorecard, scored, sitInterview } from '../support/sit-interview.ts'
import { inSpace, startWithSpaces } from '../support/spaces.ts'
import { turnRows } from '../support/turn-rows.ts'

const words = [
  'We kept every marmalade in a ledger of its own, so that a lost message could be told by the gap in its numbers. Before that nobody knew how many went missing, and support heard of it from customers first.',
  'I measured it for two weeks: the queue lost one of ten thousand, and after my change none at all. I wrote the consumer anew so that it stored each message before it acknowledged it, and I ran both side by side for a week.',
  'The team wanted to retry blindly. I showed them on the dashboard that this doubled the marmalade. We agreed on a key for each message, and the second copy was thrown away. Since then the on-call engineer was not woken once by that alert, and two other teams took over the same ledger.',
]
/** A word that only the first owner says. */
const marker = 'marmalade'
const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })

/** Ids of things of the first owner, for the places of a path. */
interface Theirs {
  id: string
  share: string
  objection: string
  note: string
  /** Of another interview, which the first owner deleted a moment ago. */
  deletion: string
  check: { criterion: string; check: string; question: string }
}

/** A note at the first words of the candidate's first turn. */
const noteOn = (text = '') => ({ turn: 2, start: 0, end: 12, quote: text.slice(0, 12), text: `More on ${marker}.` })

/** Everything there is, of the first owner: an interview with a scorecard, a link, a review, an objection, an answer given again, a note, a guide read. */
async function everythingOf(ada: Hotseat): Promise<Theirs> {
  const { id, client } = await sitInterview(ada, words, { question: 'outage-investigated' })
  expect((await draw(ada, id, { scene: boxes([marker]), base: null })).status).toBe(200)
  client.send({ type: 'pad', pad: 'code', text: marker, language: 'go' })
  await client.next('pad')
  await endInterview(client)
  await scored(ada, id)
  await ask(ada, `/api/interviews/${id}/self-rating`, post({ kind: 'skipped' }))
  const { scorecard, criteria }: ScoredInterview = await openScorecard(ada, id)
  const made = await share(ada, id, { showsRatings: true })
  const guest = await enterAsGuest(ada, made.token)
  const ratings = Object.fromEntries(criteria.map((criterion) => [criterion.id, 'cannot-say']))
  const comments = [{ turn: 2, words: null, text: `On the ${marker}.` }]
  expect((await guest.ask(`/api/shared/${guest.share}/review`, post({ reviewer: 'Rae', ratings, comments }))).status).toBe(201)
  const objected = await ask(
    ada,
    `/api/interviews/${id}/objections`,
    post({ target: { kind: 'turn', turn: 1 }, reason: `Not about ${marker}.` }),
  )
  const { id: objection } = (await objected.json()) as { id: string }
  const [score] = scorecard.scores.filter(({ checks }) => checks.length > 0)
  const place = { criterion: score?.criterion ?? '', check: score?.checks[0]?.check ?? '' }
  const redo = { id: randomUUID(), ...place, text: `This time with the ${marker}.` }
  expect((await ask(ada, `/api/interviews/${id}/redos`, post(redo))).status).toBe(202)
  expect((await ask(ada, '/api/library/concepts/indexes-how-when/guide', post({ forStudy: true }))).status).toBe(200)
  const note = `note-${randomUUID()}`
  expect((await ask(ada, `/api/interviews/${id}/notes/${note}`, { ...post(noteOn(words[0])), method: 'PUT' })).status).toBe(200)
  const forgotten = await endedInterview(ada, ['This one is to go.'])
  const { id: deletion } = (await (await ask(ada, `/api/interviews/${forgotten}`, { method: 'DELETE' })).json()) as { id: string }
  return {
    id,
    share: made.share.id,
    objection,
    note,
    deletion,
    check: { ...place, question: scorecard.perQuestion[0]?.question ?? '' },
  }
}

/** Bodies and queries that would do something to the first owner's interview, by operation; unsaid: it takes none. */
const attempts = (theirs: Theirs): Record<string, { body?: unknown; query?: string }> => ({
  'POST /api/interviews/{id}/appeals': { body: { ...theirs.check, quote: words[1] } },
  'POST /api/interviews/{id}/objections': { body: { target: { kind: 'turn', turn: 3 }, reason: 'Mine now.' } },
  'POST /api/interviews/{id}/redos': {
    body: { id: randomUUID(), criterion: theirs.check.criterion, check: theirs.check.check, text: 'Mine now.' },
  },
  'GET /api/interviews/{id}/redos': {
    query: `?${new URLSearchParams({ criterion: theirs.check.criterion, check: theirs.check.check })}`,
  },
  'GET /api/interviews/{id}/export': { query: '?format=json' },
  'POST /api/interviews/{id}/self-rating': { body: { kind: 'skipped' } },
  'PUT /api/interviews/{id}/board': { body: { connection: 'a-tab-of-bens', base: 1, scene: boxes(['Mine now.']) } },
  'PUT /api/interviews/{id}/boards/{revision}/picture': { body: 'no picture' },
  'PUT /api/interviews/{id}/transcript': {
    body: { revision: 1, changes: [{ first: 2, last: 2, becomes: [{ speaker: 'candidate', text: 'Mine now.' }] }] },
  },
  'PUT /api/interviews/{id}/notes/{note}': { body: noteOn(words[0]) },
  'POST /api/interviews/{id}/shares': { body: { kind: 'read-only', name: 'Eve' } },
  'POST /api/shared/{share}/review': { body: { reviewer: 'Eve', ratings: {}, comments: [] } },
})

/** What is not about one thing of somebody's: what the second owner sends, and may read of it. */
const common: Record<string, { path?: string; body?: unknown; status?: number; answer?: unknown }> = {
  'DELETE /api/interviews': { status: 404 },
  'GET /api/access': {},
  'GET /api/approaches': {},
  'GET /api/export': {},
  'GET /api/interviews': { answer: [] },
  'GET /api/library': {},
  'GET /api/progress': { answer: null },
  'GET /api/re-asks': {},
  'GET /api/sample': {},
  'GET /api/search': { path: `/api/search?words=${marker}`, answer: { titles: [], turns: [], next: null } },
  'GET /api/self-ratings': { answer: [] },
  'GET /api/settings': {},
  'GET /api/space': {},
  'GET /api/status': {},
  'GET /api/tracks': {},
  'POST /api/access': { body: { token: 'wrong' }, status: 401 },
  'POST /api/imports/preview': { body: { text: 'Anna: Hello.\nMe: Good morning.', fileName: null } },
  'POST /api/imports': {
    status: 201,
    body: {
      id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
      text: 'Anna: Hello.\nMe: Good morning.',
      fileName: null,
      speakers: [
        { label: 'Anna', role: 'interviewer' },
        { label: 'Me', role: 'candidate' },
      ],
      parts: [{ from: 1, track: 'sql', level: 'mid', question: { text: 'A greeting' } }],
    },
  },
  'POST /api/interviews': {
    status: 201,
    body: { track: 'behavioral', level: 'mid', minutes: 15, mode: 'mock', persona: 'neutral' },
  },
  'POST /api/library/{track}/{question}/guide': {
    path: '/api/library/behavioral/outage-investigated/guide',
    body: { forStudy: true },
  },
  'POST /api/re-asks/dismissals': { body: { track: 'behavioral', question: 'outage-investigated' }, status: 201 },
  'POST /api/restore': {
    body: {},
    answer: [{ kind: 'failed', file: 'The file', reason: expect.stringContaining('holds no record') }],
  },
  'POST /api/settings/check': { body: {}, status: 403 },
  'POST /api/shared': { body: { token: 'wrong' }, status: 404 },
  'POST /api/space': { body: { move: 'wrong' }, status: 409 },
  'POST /api/space/move': { body: {}, status: 201 },
  'POST /api/space/name': { body: { name: 'Ada' } },
  'POST /api/space/leaving': { body: {} },
}

async function operationsOf(hotseat: Hotseat): Promise<string[]> {
  const { paths } = (await (await ask(hotseat, '/api/openapi.json')).json()) as { paths: Record<string, object> }
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  // Leaving comes last: nothing is asked for behind it. Deleting all comes before the second owner has anything.
  const isLate = (operation: string) => Number(operation.endsWith('/leaving')) - Number(operation === 'DELETE /api/interviews')
  return all.sort((a, b) => isLate(a) - isLate(b))
}

/** All that the first owner can read of their own. */
async function readOwn(ada: Hotseat, { id, check }: Theirs): Promise<string[]> {
  const one = `/api/interviews/${id}`
  const parts = [
    '',
    '/scoring',
    '/scorecard',
    '/self-rating',
    '/shares',
    '/reviews',
    '/objections',
    '/notes',
    '/board',
    '/boards/1',
    '/exercise',
    '/review',
    '/export?format=json',
  ]
  const redos = `${one}/redos?${new URLSearchParams({ criterion: check.criterion, check: check.check })}`
  const paths = [
    ...parts.map((part) => one + part),
    redos,
    '/api/interviews',
    '/api/self-ratings',
    '/api/library',
    '/api/space',
    '/api/progress',
    `/api/search?words=${marker}`,
  ]
  const read = async (path: string) => {
    const response = await ask(ada, path)
    expect([path, response.status]).toEqual([path, 200])
    return await response.text()
  }
  return await Promise.all(paths.map(read))
}

async function sitting() {
  const hotseat = await startWithSpaces()
  const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
  const theirs = await everythingOf(ada)
  const isGraded = async () => (await readOwn(ada, theirs)).every((text) => !text.includes('"kind":"grading"'))
  await expect.poll(isGraded, { timeout: 10_000 }).toBe(true)
  return { hotseat, ada, ben, theirs }
}

test('by no route does a second owner read, list or change anything of the first', { timeout: 60_000 }, async () => {
  const { hotseat, ada, ben, theirs } = await sitting()
  const before = await readOwn(ada, theirs)
  expect(before.join('\n')).toContain(marker)

  const operations = await operationsOf(hotseat)
  expect(operations.length).toBeGreaterThan(30)
  for (const operation of operations) {
    const [method = '', path = ''] = operation.split(' ')
    const isTheirs = /\{(id|share|objection|first|deletion)\}/.test(path)
    const { body, query = '' } = attempts(theirs)[operation] ?? {}
    const filled = path
      .replace('{id}', theirs.id)
      .replace('{share}', theirs.share)
      .replace('{objection}', theirs.objection)
      .replace('{note}', theirs.note)
      .replace('{deletion}', theirs.deletion)
      .replace('{revision}', '1')
      .replace(/\{(first|second)\}/g, theirs.id)
    const shared = common[operation]
    expect([operation, isTheirs !== (shared !== undefined)]).toEqual([operation, true])
    const init = method === 'GET' ? {} : { ...post(shared?.body ?? body ?? {}), method }
    const response = await ask(ben, (shared?.path ?? filled) + query, init)
    const text = await response.text()
    expect([operation, response.status]).toEqual([operation, shared === undefined ? 404 : (shared.status ?? 200)])
    if (shared?.answer !== undefined) expect([operation, JSON.parse(text)]).toEqual([operation, shared.answer])
    for (const telling of [marker, theirs.id, theirs.share, theirs.objection])
      expect([operation, text]).not.toEqual([operation, expect.stringContaining(telling)])
  }
  expect(await readOwn(ada, theirs)).toEqual(before)
})

test('what one has tried or read is not what another has', async () => {
  const { ada, ben } = await sitting()
  const standing = async (owner: Hotseat) => {
    const { questions } = (await (await ask(owner, '/api/library')).json()) as {
      questions: { id: string; tried: unknown; isGuideRead: boolean }[]
    }
    return questions.filter(({ tried, isGuideRead }) => tried !== null || isGuideRead).map(({ id }) => id)
  }
  expect((await standing(ada)).sort()).toEqual(expect.arrayContaining(['indexes-how-when', 'outage-investigated']))
  expect(await standing(ben)).toEqual([])
  const prepared = await beginInterview(ben, { track: 'concepts', minutes: 5, question: 'indexes-how-when' })
  expect(prepared.prepared).toEqual([])
})

test('figures over all reviews are over one’s own', async () => {
  const { ada, ben } = await sitting()
  const id = await endedInterview(ben, ['Short.'])
  const overall = async (owner: Hotseat, of: string) =>
    ((await (await ask(owner, `/api/interviews/${of}/reviews`)).json()) as { overall: { reviews: number } }).overall.reviews
  expect(await overall(ben, id)).toBe(0)
  const [own] = (await (await ask(ada, '/api/interviews')).json()) as { id: string }[]
  expect(await overall(ada, own?.id ?? '')).toBe(1)
})

const frames: { [Type in ClientFrame['type']]: Extract<ClientFrame, { type: Type }> } = {
  hello: { type: 'hello', connection: 'a-tab-of-bens' },
  say: { type: 'say', clientTurnId: 'turn-of-bens', text: 'Mine now.' },
  draft: { type: 'draft', text: 'Mine now.' },
  pad: { type: 'pad', pad: 'code', text: 'Mine now.', language: 'go' },
  typing: { type: 'typing' },
  hint: { type: 'hint', command: 'command-1' },
  coach: { type: 'coach', command: 'command-2' },
  pause: { type: 'pause', command: 'command-3' },
  resume: { type: 'resume', command: 'command-4' },
  end: { type: 'end', command: 'command-5' },
  interrupt: { type: 'interrupt', command: 'command-6' },
  ping: { type: 'ping' },
}

test('by no frame does a second owner hear or drive an interview of the first', { timeout: 60_000 }, async () => {
  const hotseat = await startWithSpaces()
  const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
  const { id } = await beginInterview(ada)
  const own = await connect(ada, id, { connection: 'a-tab-of-adas' })
  await own.next('utterance-end')
  own.send({ type: 'draft', text: marker })
  await own.next('draft')
  expect((await draw(ada, id, { scene: boxes([marker]), base: null })).status).toBe(200)
  await own.next('board')
  const [told, stored] = [own.frames.length, turnRows(hotseat, id)]
  const { epoch, seq } = own.frames.findLast((frame) => 'seq' in frame) ?? { epoch: '', seq: 0 }

  expect(Object.keys(frames)).toEqual(clientFrameSchema.options.map((option) => option.shape.type.value))
  const openings = [null, undefined, { epoch, seq: 0 }, { epoch, seq }] as const
  for (const frame of Object.values(frames))
    for (const have of openings) {
      const options = { connection: 'a-tab-of-adas', ...(have === undefined ? {} : { have }) }
      const client = await connect(ben, id, options as Parameters<typeof connect>[2])
      client.send(frame)
      expect([frame.type, await client.closed]).toEqual([frame.type, closeCodes.unknownInterview])
      expect(client.frames.filter(({ type }) => type !== 'pong')).toEqual([
        { type: 'bye', reason: 'There is no such interview.' },
      ])
    }
  // What the first owner is told next follows on what was told before: nothing came between.
  own.send({ type: 'draft', text: `${marker}s` })
  const draft = await own.next('draft')
  expect([draft.seq, own.frames.length]).toEqual([seq + 1, told + 1])
  expect(turnRows(hotseat, id)).toEqual(stored)
})

test('a browser without a space is told nothing by any frame', async () => {
  const hotseat = await startWithSpaces()
  const { id } = await beginInterview(await inSpace(hotseat, 'Ada'))
  for (const frame of Object.values(frames)) {
    const client = await connect(hotseat, id, { headers: {}, have: null })
    client.send(frame)
    expect([frame.type, await client.closed]).toEqual([frame.type, closeCodes.unauthorized])
    expect(client.frames.filter(({ type }) => type !== 'pong')).toEqual([{ type: 'bye', reason: 'This browser has no access.' }])
  }
})

test('what is scored in the background is scored for its owner, after a restart too', async () => {
  const hotseat = await startWithSpaces()
  const ada = await inSpace(hotseat, 'Ada')
  const id = await endedInterview(ada, words)
  await scored(ada, id)
  await hotseat.restart()
  expect((await openScorecard(ada, id)).scorecard.scores.length).toBeGreaterThan(0)
  const exported = await ask(ada, `/api/interviews/${id}/export`)
  expect([exported.status, await exported.text()]).toEqual([200, expect.stringContaining(marker)])
})

test('a link opens no more from within a space than to anybody', async () => {
  const hotseat = await startWithSpaces({ env: { HOTSEAT_ORIGIN: 'https://mock.example.org' } })
  const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
  const id = await endedInterview(ada, words)
  const { token } = await share(ada, id, { kind: 'read-only' })
  const guest = await enterAsGuest(hotseat, token)
  const both = { headers: { cookie: `${guest.cookie}; ${ben.cookie}` } }
  expect((await guest.ask(`/api/shared/${guest.share}`, both)).status).toBe(200)
  for (const part of ['', '/export', '/shares', '/scorecard'])
    expect((await guest.ask(`/api/interviews/${id}${part}`, both)).status).toBe(404)
  expect(await (await ask(ada, `/api/interviews/${id}/shares`)).json()).toMatchObject({ isLoopbackOnly: false })
})
