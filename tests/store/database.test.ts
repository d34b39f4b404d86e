import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { StoreError } from '#src/errors.ts'
import { openDatabase, openDatabaseForReading } from '#src/store/database.ts'
import { openSqliteStore, openSqliteStoreForReading } from '#src/store/sqlite-store.ts'
import { designInterview } from '../interviewer/fixtures.ts'
import { manualClock } from '../support/manual-clock.ts'
import { answer, job, openStore, openStoreWithInterview, rated, rowsOf, scorecard, temporaryFolder } from './store-file.ts'

const clock = manualClock()

/** The words of the StoreError that something throws. */
function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof StoreError) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}

describe('opening', () => {
  test('makes the folder and the file, and brings an empty file to the newest version', () => {
    const folder = temporaryFolder()
    const missing = join(folder, 'not', 'yet', 'hotseat.db')
    openSqliteStore({ file: missing, clock }).close()
    const empty = join(folder, 'empty.db')
    writeFileSync(empty, '')
    openSqliteStore({ file: empty, clock }).close()
    for (const file of [missing, empty]) {
      expect(rowsOf(file, 'pragma user_version')).toEqual([{ user_version: readdirSync('src/store/migrations').length }])
      expect(rowsOf(file, "select name from sqlite_schema where type = 'table' and name = 'turns'")).toHaveLength(1)
    }
  })

  test('waits for the disk at every commit and holds rows to their parents, the second time too', () => {
    const file = join(temporaryFolder(), 'hotseat.db')
    openDatabase(file).close()
    const database = openDatabase(file)
    onTestFinished(() => void database.close())
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'busy_timeout']
    expect(settings.map((name) => database.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 0, 5000])
  })

  test('tells whether the file can still be read', async () => {
    const { file, store } = openStore()
    await store.ping()
    const damaging = new Database(file).unsafeMode()
    damaging.exec(
      "pragma writable_schema = on; update sqlite_schema set sql = 'nonsense' where name = 'turns'; pragma schema_version = 9999",
    )
    damaging.close()
    await expect(store.ping()).rejects.toThrow('could not be read')
  })

  test('refuses the file of a newer Hotseat and leaves it alone', () => {
    const { file, store, byHand } = openStore()
    store.close()
    byHand('pragma user_version = 99')
    const words = `The database ${file} was written by a newer Hotseat: update Hotseat, or name another file with HOTSEAT_DB.`
    expect(refusalOf(() => openSqliteStore({ file, clock }))).toBe(words)
    expect(refusalOf(() => openSqliteStoreForReading({ file, clock }))).toBe(words)
    expect(rowsOf(file, 'pragma user_version')).toEqual([{ user_version: 99 }])
  })

  test("refuses another program's database and adds nothing to it", () => {
    const file = join(temporaryFolder(), 'shop.db')
    const shop = new Database(file)
    shop.exec('create table orders (id integer)')
    shop.close()
    const words = `The database ${file} belongs to another program: name another file with HOTSEAT_DB.`
    expect(refusalOf(() => openSqliteStore({ file, clock }))).toBe(words)
    expect(refusalOf(() => openSqliteStoreForReading({ file, clock }))).toBe(words)
    expect(rowsOf(file, 'select name from sqlite_schema')).toEqual([{ name: 'orders' }])
  })

  test('refuses a file that is no database', () => {
    const file = join(temporaryFolder(), 'notes.txt')
    writeFileSync(file, 'Remember the milk. '.repeat(100))
    const why = 'it is not an SQLite database. Move it away, or name another file with HOTSEAT_DB.'
    expect(refusalOf(() => openSqliteStore({ file, clock }))).toBe(`The database ${file} cannot be used: ${why}`)
    expect(refusalOf(() => openSqliteStoreForReading({ file, clock }))).toBe(`The database ${file} cannot be read: ${why}`)
  })

  test('refuses a folder and a file that cannot be written', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'hotseat.db')
    openSqliteStore({ file, clock }).close()
    chmodSync(file, 0o444)
    chmodSync(`${file}-lock`, 0o666)
    const words = asNobody(folder, 0o777, () => refusalOf(() => openSqliteStore({ file, clock })))
    expect(words).toBe(
      `The database ${file} cannot be used: the file or its folder cannot be written. Check their permissions, or name another file with HOTSEAT_DB.`,
    )
    const other = join(folder, 'other.db')
    expect(asNobody(folder, 0o555, () => refusalOf(() => openSqliteStore({ file: other, clock })))).toBe(
      `${other}-lock cannot be written: check its permissions and those of its folder, or name another file with HOTSEAT_DB.`,
    )
  })

  test('names a folder that stands where the file should be', () => {
    const file = join(temporaryFolder(), 'hotseat.db')
    mkdirSync(file)
    expect(refusalOf(() => openSqliteStore({ file, clock }))).toContain(`The database ${file} cannot be used`)
  })
})

describe('an update', () => {
  const first = 'create table notes (text text) strict'
  const second = 'alter table notes add column title text'

  test('takes a file from version to version, and keeps a copy of what it was', () => {
    const file = join(temporaryFolder(), 'hotseat.db')
    const old = openDatabase(file, [first])
    old.exec("insert into notes values ('kept')")
    old.close()
    writeFileSync(`${file}.version-1`, 'half a copy of an update that was cut short')
    openDatabase(file, [first, second]).close()
    expect(rowsOf(file, 'select * from notes')).toEqual([{ text: 'kept', title: null }])
    expect(rowsOf(`${file}.version-1`, 'select * from notes')).toEqual([{ text: 'kept' }])
    expect(rowsOf(file, 'pragma user_version')).toEqual([{ user_version: 2 }])
  })

  test('that fails half-way leaves the file as it was', () => {
    const file = join(temporaryFolder(), 'hotseat.db')
    openDatabase(file, [first]).close()
    const words = refusalOf(() => openDatabase(file, [first, `${second}; insert into nowhere values (1)`]))
    expect(words).toBe(`The database ${file} cannot be used: no such table: nowhere`)
    expect(rowsOf(file, 'pragma user_version')).toEqual([{ user_version: 1 }])
    expect(rowsOf(file, "select * from pragma_table_info('notes')")).toHaveLength(1)
  })
})

describe('a second opening', () => {
  test('of a store on the same file is refused until the first is closed, however often that one is closed', () => {
    const { file, store } = openStore()
    const words = `Another Hotseat uses ${file}: stop it first, or name another file with HOTSEAT_DB.`
    expect(refusalOf(() => openSqliteStore({ file, clock }))).toBe(words)
    store.close()
    const next = openSqliteStore({ file, clock })
    onTestFinished(() => next.close())
    store.close()
    expect(refusalOf(() => openSqliteStore({ file, clock }))).toBe(words)
  })

  test('for reading sees what the running server stores, and cannot write', async () => {
    const { file, store } = await openStoreWithInterview()
    const reader = openSqliteStoreForReading({ file, clock })
    onTestFinished(() => reader.close())
    const turn = await store.appendTurn('interview-1', answer('Said after the reader came.'))
    expect(await reader.listTurns('interview-1')).toEqual([turn])
    await expect(reader.appendTurn('interview-1', answer('Written by the reader.'))).rejects.toThrow(StoreError)
    await store.appendTurn('interview-1', answer('The server goes on.'))
    expect((await reader.listTurns('interview-1')).map(({ turn: number }) => number)).toEqual([1, 2])
  })

  test('for reading makes no file, and says what to do when there is none or an empty one', () => {
    const file = join(temporaryFolder(), 'hotseat.db')
    expect(refusalOf(() => openDatabaseForReading(file))).toBe(
      `There is no database ${file} yet; set HOTSEAT_DB, or start the server once.`,
    )
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, '')
    expect(refusalOf(() => openDatabaseForReading(file))).toBe(
      `The database ${file} is of an older Hotseat, or empty: start the server once, which brings it up to date.`,
    )
  })
})

describe('a row damaged by hand', () => {
  const notJson = 'it is not JSON.'
  test.each([
    { sql: "update interviews set questions = '[{'", names: 'interview interview-1', fault: notJson },
    { sql: "update interviews set schedule = '[]'", names: 'interview interview-1', fault: 'schedule' },
    { sql: "update interviews set track = 'juggling'", names: 'interview interview-1', fault: 'track' },
    { sql: "update held_contents set content = 'x'", names: 'content of interview interview-1', fault: notJson },
    { sql: "update held_contents set content = '{}'", names: 'content of interview interview-1', fault: 'rubric' },
    { sql: "update turns set artifacts = 'x'", names: 'turn 1 of interview interview-1', fault: notJson },
    { sql: "update turns set artifacts = '[{}]'", names: 'turn 1 of interview interview-1', fault: 'artifacts.0.id' },
    { sql: 'update turns set move = \'{"kind":"dance"}\'', names: 'turn 1 of interview interview-1', fault: 'move.kind' },
    { sql: "update scoring_jobs set finished = '{}'", names: 'scoring job job-1', fault: 'finished' },
    { sql: "update scores set score = '{}'", names: 'score framing of job job-1', fault: 'kind' },
    { sql: 'update scorecards set scorecard = \'{"scores":0}\'', names: 'scorecard of interview interview-1', fault: 'scorer' },
  ])('is told with its name and what is wrong with it: $sql', async ({ sql, names, fault }) => {
    const { store, byHand } = await openStoreWithInterview()
    await store.appendTurn('interview-1', answer('Said.'))
    await store.createScoringJob(job())
    await store.saveScore('job-1', 0, rated)
    await store.saveScorecard(job(), scorecard)
    byHand(sql)
    const reads = [
      store.findInterview('interview-1', designInterview.ownerId),
      store.findContent('interview-1'),
      store.listTurns('interview-1'),
      store.latestScoringJob('interview-1'),
      store.listScores('job-1'),
      store.latestScorecard('interview-1'),
    ]
    const failed = (await Promise.allSettled(reads)).filter((read) => read.status === 'rejected')
    expect(failed).toHaveLength(1)
    expect(failed[0]?.reason).toBeInstanceOf(StoreError)
    expect(failed[0]?.reason.message).toContain(`${names} is damaged in the database: ${fault}`)
  })

  test('that the history needs is told there too', async () => {
    const { store, byHand } = await openStoreWithInterview()
    await store.createScoringJob(job())
    await store.saveScorecard(job(), scorecard)
    byHand("update scorecards set recommendation = 'hire-at-once'")
    await expect(store.listInterviews('owner-1')).rejects.toThrow('scorecard of interview interview-1 is damaged in the database')
  })
})

/** Runs with the folder's permissions set so, and without the superuser's freedom from them. */
function asNobody<T>(folder: string, permissions: number, work: () => T): T {
  const user = process.geteuid?.()
  chmodSync(folder, permissions)
  if (user === 0) process.seteuid?.(65_534)
  try {
    return work()
  } finally {
    if (user === 0) process.seteuid?.(0)
    chmodSync(folder, 0o777)
  }
}

test('scorecards from before self-ratings were asked for count as read', async () => {
  const file = join(temporaryFolder(), 'hotseat.db')
  const first = readFileSync('src/store/migrations/0001-first.sql', 'utf8')
  const old = openDatabase(file, [first])
  old.exec(`
    insert into interviews values ('old', 'owner-1', 'concepts', 'mid', 'mock', 'quiet', 5, 'rule-based', '[]', '[]', 'ended', 0, 0, '', 'hash', 1, 2);
    insert into scoring_jobs values ('job-1', 'old', 'rule-based', 'done', 5, 5, '[]', null, 3);
    insert into scorecards values ('job-1', 'old', null, null, '{}', 4);
  `)
  old.close()
  openDatabase(file).close()
  expect(rowsOf(file, 'select * from scorecard_openings')).toEqual([{ interview_id: 'old', opened_at: 4 }])
})

test('drawings that imported turns held become boards, and turns that are damaged are left alone', async () => {
  const file = join(temporaryFolder(), 'hotseat.db')
  const before = readdirSync('src/store/migrations')
    .filter((name) => name < '0017')
    .sort()
  const old = openDatabase(
    file,
    before.map((name) => readFileSync(`src/store/migrations/${name}`, 'utf8')),
  )
  const scene = { type: 'excalidraw', elements: [{ id: 'e1', points: [0, 1.5], text: 'Ünï' }] }
  const pad = { id: 'pad-1', kind: 'code', text: 'a', language: 'go' }
  const said = [
    [pad, { id: 'board-1', kind: 'board', text: 'client', scene }],
    [
      { id: 'board-1', kind: 'board', text: 'queue', scene: { elements: [] } },
      { id: 'b', kind: 'board', text: 'words' },
    ],
    [pad],
  ].map((artifacts) => JSON.stringify(artifacts))
  const insert = old.prepare(`insert into turns values ('old', ?, 'candidate', 'Said.', ?, 0, 0, 7, null, null, null, 0)`)
  old.exec(`insert into interviews (id, owner_id, track, level, mode, persona, minutes, interviewer, questions, schedule, status, elapsed_ms, paused, draft, content_hash, created_at)
    values ('old', 'owner-1', 'concepts', 'mid', 'mock', 'quiet', 5, 'person', '[]', '[]', 'ended', 0, 0, '', 'hash', 1)`)
  for (const [at, artifacts] of [...said, '[{"kind":', '["board"]', '{}'].entries()) insert.run(at + 1, artifacts)
  old.close()
  openDatabase(file).close()
  const artifacts = (rowsOf(file, 'select artifacts from turns order by turn') as { artifacts: string }[]).map(
    (row) => row.artifacts,
  )
  expect(artifacts.slice(0, 2).map((text) => JSON.parse(text))).toEqual([
    [pad, { id: 'board-1', kind: 'board', text: 'client', revision: 1 }],
    [
      { id: 'board-1', kind: 'board', text: 'queue', revision: 2 },
      { id: 'b', kind: 'board', text: 'words' },
    ],
  ])
  expect(artifacts.slice(2)).toEqual([said[2], '[{"kind":', '["board"]', '{}'])
  const boards = rowsOf(file, 'select revision, scene, text, turn, created_at from boards') as { scene: string }[]
  expect(boards.map((board) => ({ ...board, scene: JSON.parse(board.scene) }))).toEqual([
    { revision: 1, scene, text: 'client', turn: 1, created_at: 7 },
    { revision: 2, scene: { elements: [] }, text: 'queue', turn: 2, created_at: 7 },
  ])
})
