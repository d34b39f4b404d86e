import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { correctableSchema, type ImportPreview, importedInterviewsSchema, importPreviewSchema } from '#src/domain/import.ts'
import { shownBoardSchema } from '#src/protocol/board.ts'
import { reviewedInterviewSchema, type ShownInterview, shownInterviewSchema } from '#src/protocol/rest.ts'
import { boxes } from '../support/drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { artifactRows, turnRows, withoutNewestScorecard } from '../support/turn-rows.ts'

const story =
  'In March our checkout failed for one customer in ten. I read the slow query log and the deploy log first, because the errors began with a release. ' +
  'I found that the pool of connections was half as large as before, so I rolled the release back and the error rate fell from 10 percent to nothing within two minutes. '
const text = `Anna: Hi, thanks for coming. Tell me about a serious outage that you investigated yourself, one real case.
Me: ${story}
Anna: What did you look at first?
Me: ${story.replace('March', 'April')}
Anna: Good. For the second half, design a service that turns a long web address into a short link.
Me: I would begin with how many links a day: say a million writes and a hundred million reads, so reads decide. Each code is seven characters of base 62.
Bob: I only listen.
Anna: Where is it stored?
Me: In one table with the code as primary key, because each read is by key alone, and a cache in front of it takes nine reads in ten.
Bob: Five minutes left.
Anna: And when the cache is down?
Me: Then the table takes all reads: I keep replicas for that, and shed what is above it with a 503, so that the rest is answered. ${story}
`
const whoIsWho = [
  { label: 'Anna', role: 'interviewer' },
  { label: 'Me', role: 'candidate' },
  { label: 'Bob', role: 'left-out' },
]

const post = (hotseat: Hotseat, path: string, body: unknown) => ask(hotseat, path, { method: 'POST', body: JSON.stringify(body) })

async function preview(hotseat: Hotseat, body: Record<string, unknown> = {}): Promise<ImportPreview> {
  const response = await post(hotseat, '/api/imports/preview', { text, fileName: 'call.txt', speakers: whoIsWho, ...body })
  expect(response.status).toBe(200)
  return importPreviewSchema.strict().parse(await response.json())
}

const request = (over: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  text,
  fileName: 'call.txt',
  speakers: whoIsWho,
  parts: [
    { from: 1, track: 'behavioral', level: 'senior', question: { id: 'outage-investigated' } },
    { from: 5, track: 'system-design', level: 'senior', question: { id: 'url-shortener' } },
  ],
  ...over,
})

const one = (over: Record<string, unknown> = {}) =>
  request({ parts: [{ from: 1, track: 'behavioral', level: 'mid', question: { text: 'An outage in a shop of ours' } }], ...over })

async function importAll(hotseat: Hotseat, body: unknown = request()) {
  const response = await post(hotseat, '/api/imports', body)
  expect([response.status, response.ok ? '' : await response.clone().text()]).toEqual([201, ''])
  return importedInterviewsSchema.strict().parse(await response.json()).interviews
}
const find = async (hotseat: Hotseat, id: string): Promise<ShownInterview> =>
  shownInterviewSchema.parse(await (await ask(hotseat, `/api/interviews/${id}`)).json())
const correct = (hotseat: Hotseat, id: string, body: unknown) =>
  ask(hotseat, `/api/interviews/${id}/transcript`, { method: 'PUT', body: JSON.stringify(body) })

test('a preview tells what was read and what it seems to be about, and stores nothing', async () => {
  const hotseat = await startHotseat()
  const found = await preview(hotseat)
  expect(found.speakers.map(({ label, role, utterances }) => [label, role, utterances])).toEqual([
    ['Anna', 'interviewer', 5],
    ['Me', 'candidate', 5],
    ['Bob', 'left-out', 2],
  ])
  expect(found).toMatchObject({ format: 'text', turns: { interviewer: 5, candidate: 5 }, timed: false, minutes: null })
  expect(found.quality.verdict).toBe('full')
  expect(found.parts.map(({ from, track, question }) => [from, track, question.id])).toEqual([
    [1, 'behavioral', 'outage-investigated'],
    [5, 'system-design', 'url-shortener'],
  ])
  expect(found.asked.map(({ from }) => from)).toEqual([1, 3, 5, 8, 11])
  expect(await (await ask(hotseat, '/api/interviews')).json()).toEqual([])
})

test('parts of different tracks become interviews of their own, over and scored', async () => {
  const hotseat = await startHotseat()
  const [behavioral, design, ...others] = await importAll(hotseat)
  if (behavioral === undefined || design === undefined) throw new Error('two interviews were to be made')
  expect(others).toEqual([])
  const interview = await find(hotseat, design.id)
  expect(interview).toMatchObject({
    ...{ track: 'system-design', level: 'senior', mode: 'mock', persona: 'neutral', minutes: 0 },
    ...{ interviewer: 'person', status: 'ended', questions: [{ id: 'url-shortener', firstTurn: 1 }] },
    imported: { format: 'text', fileName: 'call.txt', revision: 1, timed: false, speakers: whoIsWho },
  })
  expect(interview.imported?.group).toBe((await find(hotseat, behavioral.id)).imported?.group)
  expect(turnRows(hotseat, design.id).map(({ speaker }) => speaker)).toEqual([
    ...['interviewer', 'candidate', 'interviewer', 'candidate', 'interviewer', 'candidate'],
  ])
  await scored(hotseat, design.id)
  const { scorecard, turns } = await openScorecard(hotseat, design.id)
  expect(scorecard.stamp).toMatchObject({ transcript: '1' })
  expect(scorecard.scores.some(({ kind }) => kind === 'rated')).toBe(true)
  expect(turns).toHaveLength(6)
  const rows = (await (await ask(hotseat, '/api/interviews')).json()) as { imported: unknown }[]
  expect(rows.map(({ imported }) => imported)).toEqual(Array(2).fill({ format: 'text', fileName: 'call.txt' }))
})

test('parts of one track are questions of one interview; one that the bank lacks is graded on the standing checks', async () => {
  const hotseat = await startHotseat()
  const parts = [
    { from: 1, track: 'behavioral', level: 'senior', question: { id: 'outage-investigated' } },
    { from: 5, track: 'behavioral', level: 'senior', question: { text: 'Was hast du über Links gelernt?' } },
  ]
  const [only, ...others] = await importAll(hotseat, request({ parts }))
  expect(others).toEqual([])
  const { questions, schedule, imported } = await find(hotseat, only?.id ?? '')
  expect(questions.map(({ id, firstTurn }) => [id, firstTurn])).toEqual([
    ['outage-investigated', 1],
    ['was-hast-du-uber-links-gelernt', 5],
  ])
  expect(schedule.map(({ phase, question, minutes }) => [phase, question, minutes])).toEqual([
    ['question', 0, 0],
    ['question', 1, 0],
  ])
  expect(imported?.group).toBeNull()
  await scored(hotseat, only?.id ?? '')
  const { scorecard } = await openScorecard(hotseat, only?.id ?? '')
  expect(scorecard.note).toContain('The bank does not hold "was-hast-du-uber-links-gelernt"')
})

test('an import sent twice is stored once, and its id is no good for another', async () => {
  const hotseat = await startHotseat()
  const body = request()
  const first = await importAll(hotseat, body)
  expect(await importAll(hotseat, body)).toEqual(first)
  expect((await post(hotseat, '/api/imports', { ...body, fileName: null })).status).toBe(409)
  expect(((await (await ask(hotseat, '/api/interviews')).json()) as unknown[]).length).toBe(2)
})

test.each<[string, Record<string, unknown>, number, string]>([
  ['a part without words', { parts: [{ ...request().parts[0], from: 900 }] }, 409, 'holds nothing'],
  ['two parts at one place', { parts: [request().parts[0], { ...request().parts[1], from: 1 }] }, 409, 'Two parts begin'],
  ['a question that there is not', { parts: [{ ...request().parts[0], question: { id: 'roses' } }] }, 404, 'roses'],
  ['nobody who answers', { speakers: [{ label: 'Anna', role: 'interviewer' }] }, 409, 'Nobody answers'],
  ['no words', { text: ' \n' }, 400, 'holds no words'],
  ['more than 2 MB', { text: `Anna: ${'a '.repeat(1_100_000)}` }, 400, '2 MB'],
])('an import with %s is refused with what to do', async (_, over, status, words) => {
  const hotseat = await startHotseat()
  const response = await post(hotseat, '/api/imports', request(over))
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(words)])
  expect(await (await ask(hotseat, '/api/interviews')).json()).toEqual([])
})

test('a body above 3 MiB is refused before it is read', async () => {
  const response = await post(await startHotseat(), '/api/imports/preview', { text: 'a'.repeat(3_200_000), fileName: null })
  expect(response.status).toBe(413)
})

test('a correction makes a new revision, which is scored; the scorecard of before keeps the words it graded', async () => {
  const hotseat = await startHotseat()
  const [interview] = await importAll(hotseat, one())
  const id = interview?.id ?? ''
  await scored(hotseat, id)
  const before = await openScorecard(hotseat, id)
  const response = await correct(hotseat, id, {
    revision: 1,
    changes: [
      { first: 2, last: 2, becomes: [{ speaker: 'candidate', text: `${story} It was the pool.` }] },
      { first: 9, last: 10, becomes: [{ speaker: 'candidate', text: 'I keep replicas for that. I did that twice.' }] },
    ],
  })
  expect(response.status).toBe(200)
  expect(shownInterviewSchema.parse(await response.json()).imported?.revision).toBe(2)
  const toCorrect = correctableSchema.strict().parse(await (await ask(hotseat, `/api/interviews/${id}/transcript`)).json())
  expect([toCorrect.revision, toCorrect.begins, toCorrect.turns.length]).toEqual([2, [1], 9])
  await scored(hotseat, id)
  const after = await openScorecard(hotseat, id)
  expect(after.scorecard.stamp.transcript).toBe('2')
  expect(after.turns.map(({ text: words }) => words)).toEqual([
    ...[before.turns[0]?.text, `${story} It was the pool.`],
    ...before.turns.slice(2, 8).map(({ text: words }) => words),
    'I keep replicas for that. I did that twice.',
  ])
  const quotes = after.scorecard.scores.flatMap((score) => (score.kind === 'rated' ? score.evidence : []))
  expect(quotes.every(({ turn, start, end, quote }) => after.turns[turn - 1]?.text.slice(start, end) === quote)).toBe(true)
  expect((await correct(hotseat, id, { revision: 1, changes: [change(1)] })).status).toBe(409)
  withoutNewestScorecard(hotseat, id)
  expect(await openScorecard(hotseat, id)).toEqual(before)
  const review = reviewedInterviewSchema.parse(await (await ask(hotseat, `/api/interviews/${id}/review`)).json())
  expect([review.turns, review.delivery]).toEqual([before.turns, before.delivery])
})

const change = (turn: number) => ({ first: turn, last: turn, becomes: [{ speaker: 'candidate', text: 'No.' }] })

test('what was said here, and turns that there are not, cannot be corrected', async () => {
  const hotseat = await startHotseat()
  const own = await endedInterview(hotseat, [story], { minutes: 5 })
  await scoredOrTooShort(hotseat, own)
  expect((await correct(hotseat, own, { revision: 1, changes: [change(1)] })).status).toBe(409)
  expect((await ask(hotseat, `/api/interviews/${own}/transcript`)).status).toBe(409)
  const [interview] = await importAll(hotseat, one())
  const id = interview?.id ?? ''
  await scored(hotseat, id)
  expect((await correct(hotseat, id, { revision: 1, changes: [change(99)] })).status).toBe(404)
  expect((await correct(hotseat, id, { revision: 1, changes: [change(2), change(2)] })).status).toBe(409)
  expect((await correct(hotseat, 'nobodys', { revision: 1, changes: [change(1)] })).status).toBe(404)
})

async function scoredOrTooShort(hotseat: Hotseat, id: string): Promise<void> {
  const status = async () => ((await (await ask(hotseat, `/api/interviews/${id}/scoring`)).json()) as { status?: string }).status
  await expect.poll(status, { timeout: 10_000 }).toBe('too-short')
}

test('drawings in a file become boards, numbered anew and without what leads elsewhere; one that cannot be read leaves its words', async () => {
  const hotseat = await startHotseat()
  const drawn = boxes(['Client', 'Queue'])
  const [first, ...others] = drawn.elements
  const led = { ...first, id: 'led', type: 'rectangle', link: 'javascript:alert(1)' }
  const scene = { ...drawn, elements: [...others, led], files: { 'file-1': { dataURL: 'data:image/png;base64,AAAA' } } }
  const said = (artifacts: object[]) => ({ speaker: 'Me', text: story, artifacts })
  const file = {
    turns: [
      { speaker: 'Anna', text: 'Design a service that turns a long web address into a short link.' },
      said([{ id: 'sketch', kind: 'board', text: 'client -> queue', revision: 7, scene }]),
      { speaker: 'Anna', text: 'And when the cache is down?' },
      said([
        { kind: 'board', scene: drawn },
        { kind: 'board', text: 'by hand', revision: 9, scene: { elements: [{ id: 'nowhere' }] } },
        { kind: 'board', text: 'client -> queue', revision: 7 },
        { kind: 'board', text: 'of another file', revision: 1 },
      ]),
    ],
  }
  const speakers = whoIsWho.slice(0, 2)
  const parts = [{ from: 1, track: 'system-design', level: 'senior', question: { id: 'url-shortener' } }]
  const [made] = await importAll(hotseat, request({ text: JSON.stringify(file), fileName: 'call.json', speakers, parts }))
  const id = made?.id ?? ''
  const stored = artifactRows(hotseat, id)
  const inWords = expect.stringContaining('"Queue"')
  expect(stored).toEqual([
    [],
    [{ id: 'sketch', kind: 'board', text: 'client -> queue', revision: 1 }],
    [],
    [
      { id: 'artifact-1', kind: 'board', text: inWords, revision: 2 },
      { id: 'artifact-2', kind: 'board', text: 'by hand', scene: { elements: [{ id: 'nowhere' }] } },
      { id: 'artifact-3', kind: 'board', text: 'client -> queue', revision: 1 },
      { id: 'artifact-4', kind: 'board', text: 'of another file' },
    ],
  ])
  const board = async (revision: number) =>
    shownBoardSchema.parse(await (await ask(hotseat, `/api/interviews/${id}/boards/${revision}`)).json())
  expect(await board(2)).toEqual({ revision: 2, scene: drawn, text: inWords })
  const first1 = await board(1)
  expect(JSON.stringify(first1)).not.toMatch(/javascript|data:image/)
  expect(first1.scene).toMatchObject({ elements: [...others, { id: 'led', link: null }] })

  const exported = await (await ask(hotseat, `/api/interviews/${id}/export?format=json`)).text()
  const again = request({
    text: exported,
    fileName: 'mine.json',
    parts,
    speakers: [
      { label: 'Interviewer', role: 'interviewer' },
      { label: 'Candidate', role: 'candidate' },
    ],
  })
  const [copy] = await importAll(hotseat, again)
  expect(artifactRows(hotseat, copy?.id ?? '')).toEqual(stored)
})
