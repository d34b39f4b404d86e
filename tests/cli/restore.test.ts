import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { emptyFolder, hotseat } from '../support/command-line.ts'
import { boxes, draw } from '../support/drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { endedInterview, endInterview, openScorecard, scored, sitInterview } from '../support/sit-interview.ts'

const words = [
  'We kept every message in a ledger of its own, so that a lost one could be told by the gap in its numbers. Before that nobody knew how many went missing, and support heard of it from customers first.',
  'I measured it for two weeks: the queue lost one of ten thousand, and after my change none at all. I wrote the consumer anew so that it stored each message before it acknowledged it, and I ran both side by side for a week.',
  'The team wanted to retry blindly. I showed them on the dashboard that this doubled the load. We agreed on a key for each message, and the second copy was thrown away. Since then the on-call engineer was not woken once by that alert, and two other teams took over the same ledger.',
]

const run = (databaseFile: string, folder: string, ...args: string[]) =>
  hotseat(args, { folder, env: { HOTSEAT_DB: databaseFile } })

async function twoInterviews(server: Hotseat): Promise<string[]> {
  const { id: first, client } = await sitInterview(server, words, { question: 'outage-investigated' })
  expect((await draw(server, first, { scene: boxes(['Sketch']), base: null })).status).toBe(200)
  expect((await draw(server, first, { scene: boxes(['Ledger', 'Queue']), base: 1 })).status).toBe(200)
  client.send({ type: 'pad', pad: 'code', text: 'const ledger = new Map()\n', language: 'typescript' })
  await client.next('pad')
  const code = { kind: 'code' as const, text: 'const ledger = new Map()\n', language: 'typescript' as const }
  client.send({ type: 'say', clientTurnId: 'turn-with-board', text: 'So:', artifacts: [{ kind: 'board', revision: 2 }, code] })
  await client.next('turn-stored', ({ clientTurnId }) => clientTurnId === 'turn-with-board')
  expect((await draw(server, first, { scene: boxes(['Ledger', 'Queue', 'Afterthought']), base: 2 })).status).toBe(200)
  await endInterview(client)
  await scored(server, first)
  await openScorecard(server, first)
  const second = await endedInterview(server, words, { question: 'mentoring' })
  await scored(server, second)
  return [first, second]
}

/** Every row that is exported. */
function rowsOf(file: string): unknown[] {
  const database = new Database(file, { readonly: true })
  const said = ['interviews', 'held_contents', 'turns', 'boards', 'pads']
  const tables = [...said, 'scoring_jobs', 'scores', 'scorecards', 'scorecard_openings', 'ratings']
  try {
    return tables.map((table) => [table, database.prepare(`select * from ${table}`).all().map(withoutKeyOrder)])
  } finally {
    database.close()
  }
}
const withoutKeyOrder = (row: unknown) =>
  Object.entries(row as object).map(([column, value]: [string, unknown]) => [
    column,
    typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
  ])

test('an archive of everything makes the same database elsewhere, by its JSON and by its Markdown', {
  timeout: 90_000,
}, async () => {
  const server = await startHotseat()
  const ids = await twoInterviews(server)
  const folder = emptyFolder()
  const out = ['export', '--all', '--format', 'archive', '--out', 'all.zip']
  expect(await run(server.databaseFile, folder, ...out)).toEqual({
    status: 0,
    stdout: '',
    stderr: 'All interviews were written to all.zip\n',
  })
  const files = unzipSync(readFileSync(join(folder, 'all.zip')))
  const names = Object.keys(files)
  expect(names.filter((name) => name.startsWith('json/'))).toHaveLength(2)
  expect(names.filter((name) => !name.includes('/')).sort()).toEqual(['README.txt', 'index.html'])
  const board = '"Ledger"'
  for (const [name, text] of Object.entries(files).filter(([one]) => one.includes(ids[0] ?? ''))) {
    const told = strFromU8(text).replaceAll('\\"', '"').replaceAll('&quot;', '"')
    expect([name, told.includes(board), told.includes('const ledger = new Map()')]).toEqual([name, true, true])
  }
  expect(rowsOf(server.databaseFile)).toContainEqual(['boards', [expect.anything(), expect.anything()]])
  const index = strFromU8(files['index.html'] ?? new Uint8Array())
  for (const name of names.filter((one) => one.startsWith('pages/'))) expect(index).toContain(`href="${name}"`)

  const restored = await run(join(folder, 'fresh.db'), folder, 'restore', 'all.zip')
  expect(restored).toMatchObject({ status: 0, stderr: '' })
  for (const id of ids) expect(restored.stdout).toContain(`${id}  restored  `)
  expect(rowsOf(join(folder, 'fresh.db'))).toEqual(rowsOf(server.databaseFile))

  const texts = names.filter((name) => name.startsWith('markdown/'))
  for (const [at, name] of texts.entries()) writeFileSync(join(folder, `${at}.md`), files[name] ?? '')
  expect(await run(join(folder, 'other.db'), folder, 'restore', ...texts.map((_, at) => `${at}.md`))).toMatchObject({ status: 0 })
  expect(rowsOf(join(folder, 'other.db'))).toEqual(rowsOf(server.databaseFile))
})

test('beside a running server what is here already is left alone or copied, and one faulty file stops nothing', {
  timeout: 90_000,
}, async () => {
  const server = await startHotseat()
  const [id = ''] = await twoInterviews(server)
  const folder = emptyFolder()
  const exported = await (await ask(server, `/api/interviews/${id}/export?format=json`)).text()
  writeFileSync(join(folder, 'one.json'), exported)
  writeFileSync(join(folder, 'no.json'), '{"turns": []}')
  const here = await run(server.databaseFile, folder, 'restore', 'one.json')
  expect(here).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`${id}  here already  `),
    stderr: expect.stringContaining('--copy'),
  })
  const mixed = await run(server.databaseFile, folder, 'restore', 'no.json', 'one.json', '--copy')
  expect(mixed).toMatchObject({ status: 1, stderr: expect.stringMatching(/^not restored: no\.json holds no record/) })
  expect(mixed.stdout).toMatch(/^[\w-]{36} {2}restored {2}/)
  expect(mixed.stdout).not.toContain(id)
  writeFileSync(join(folder, 'foreign.zip'), zipSync({ 'readme.txt': new Uint8Array([1]) }))
  writeFileSync(join(folder, 'half.zip'), zipSync({ 'json/a.json': new Uint8Array(500) }).slice(0, 60))
  for (const [file, why] of [
    ['foreign.zip', /no archive that Hotseat made/],
    ['half.zip', /damaged archive/],
    ['none.json', /cannot be read/],
  ] as const)
    expect(await run(server.databaseFile, folder, 'restore', file)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(why),
    })
  expect(await run(server.databaseFile, folder, 'restore')).toMatchObject({ status: 2 })
})

test('an archive tells nothing secret of an interview that runs', { timeout: 60_000 }, async () => {
  const server = await startHotseat()
  const { id } = await beginInterview(server)
  const folder = emptyFolder()
  await run(server.databaseFile, folder, 'export', '--all', '--format', 'archive', '--out', 'all.zip')
  const files = unzipSync(readFileSync(join(folder, 'all.zip')))
  expect(Object.keys(files).filter((name) => name.startsWith('json/'))).toEqual([])
  const markdown = Object.entries(files).find(([name]) => name.endsWith(`${id}.md`))?.[1]
  expect(strFromU8(markdown ?? new Uint8Array())).not.toContain('hotseat-record')
  const twice = await run(server.databaseFile, folder, 'export', '--all', '--format', 'archive', '--out', 'all.zip')
  expect(twice).toMatchObject({ status: 1, stderr: expect.stringMatching(/Nothing can be written to all\.zip/) })
  expect(await run(server.databaseFile, folder, 'export', id, '--format', 'archive')).toMatchObject({ status: 2 })
  const page = await run(server.databaseFile, folder, 'export', id, '--format', 'html')
  expect(page.stdout).toMatch(/^<!doctype html>/)
})
