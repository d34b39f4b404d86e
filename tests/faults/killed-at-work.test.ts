import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#src/store/database.ts'
import { emptyFolder, hotseat, startServing } from '../support/command-line.ts'
import { beginInterview, connect, say } from '../support/live-client.ts'
import { obedientModel, startModelPeer } from '../support/model-peer.ts'

const program = join(import.meta.dirname, '../../bin/hotseat.mjs')
const rounds = Number(process.env.HOTSEAT_FAULT_KILLS ?? 3)
const timeout = 60_000 + rounds * 15_000
const env = { HOTSEAT_TOKEN: 'a-token-for-the-faults', HOTSEAT_DB: 'hotseat.db', PORT: '0' }
const turnsThere = 60_000

const fieldOf = (file: string, sql: string): unknown => {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(sql).pluck().get()
  } finally {
    db.close()
  }
}

/** A database with so many turns that copying it takes a while, at the version that these migrations lead to. */
function fill(file: string, migrations?: readonly string[]): void {
  const db = openDatabase(file, migrations)
  db.exec(`
    insert into held_contents values ('hash', '{}');
    insert into interviews (id, owner_id, track, level, mode, persona, minutes, interviewer, questions, schedule, status, elapsed_ms, paused, draft, content_hash, created_at, ended_at)
      values ('one', 'local', 'sql', 'mid', 'mock', 'neutral', 20, 'rule-based', '[]', '[]', 'ended', 0, 0, '', 'hash', 1, 2);
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${turnsThere})
      insert into turns (interview_id, turn, speaker, text, artifacts, phase, elapsed_ms, created_at, interrupted)
      select 'one', n, 'candidate', 'Answer ' || n || ' goes on for a while, as answers do.', '[]', 0, n, n, 0 from numbers;`)
  db.close()
}

/** Runs a command and kills it a moment after a file has appeared; it may have ended before. */
async function killedWhen(appears: string, args: string[], folder: string): Promise<void> {
  const watcher = watch(folder)
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  onTestFinished(() => void child.kill('SIGKILL'))
  const isThere = new Promise<void>((resolve) => {
    watcher.on('change', () => {
      if (existsSync(join(folder, appears))) resolve()
    })
  })
  await Promise.race([isThere, ended])
  watcher.close()
  await pass(Math.random() * 60)
  child.kill('SIGKILL')
  await ended
}

test('killed while the database is brought up to date: the next start does it, and nothing is gone', { timeout }, async () => {
  const old = join(emptyFolder(), 'old.db')
  const [first = ''] = readdirSync('src/store/migrations').sort()
  fill(old, [readFileSync(join('src/store/migrations', first), 'utf8')])
  for (let round = 0; round < rounds; round++) {
    const folder = emptyFolder()
    const file = join(folder, 'hotseat.db')
    copyFileSync(old, file)
    await killedWhen('hotseat.db.version-1', ['serve'], folder)
    const { child, ended } = await startServing({ folder, env })
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(fieldOf(file, 'pragma integrity_check')).toBe('ok')
    expect(fieldOf(file, 'pragma user_version')).toBe(readdirSync('src/store/migrations').length)
    expect(fieldOf(file, 'select count(*) from turns')).toBe(turnsThere)
    expect(fieldOf(`${file}.version-1`, 'select count(*) from turns')).toBe(turnsThere)
  }
})

test('a back-up that was killed leaves nothing under its name, and the next one is whole', { timeout }, async () => {
  const folder = emptyFolder()
  fill(join(folder, 'hotseat.db'))
  for (let round = 0; round < rounds; round++) {
    await killedWhen('copy.db.unfinished', ['backup', 'copy.db'], folder)
    if (existsSync(join(folder, 'copy.db')))
      expect(fieldOf(join(folder, 'copy.db'), 'select count(*) from turns')).toBe(turnsThere)
    rmSync(join(folder, 'copy.db'), { force: true })
    expect(await hotseat(['backup', 'copy.db'], { folder, env })).toMatchObject({ status: 0 })
    expect(fieldOf(join(folder, 'copy.db'), 'pragma integrity_check')).toBe('ok')
    expect(fieldOf(join(folder, 'copy.db'), 'select count(*) from turns')).toBe(turnsThere)
    rmSync(join(folder, 'copy.db'))
    expect(fieldOf(join(folder, 'hotseat.db'), 'pragma integrity_check')).toBe('ok')
  }
})

test('killed while it scores: what was decided is not asked for again, and one scorecard comes of it', { timeout }, async () => {
  let asked = 0
  let onAsked: (count: number) => void = () => undefined
  const peer = await startModelPeer((request) => {
    if (JSON.stringify(request.responseFormat ?? null).includes('criterion_verdicts')) onAsked(++asked)
    return obedientModel(request)
  })
  const model = { OPENAI_BASE_URL: peer.baseUrl, HOTSEAT_MODEL: 'peer', HOTSEAT_OBSERVER: 'off' }
  for (let round = 0; round < rounds; round++) {
    const folder = emptyFolder()
    const file = join(folder, 'hotseat.db')
    const serve = () => startServing({ folder, env: { ...env, ...model } })
    const first = await serve()
    const served = { origin: first.origin, token: env.HOTSEAT_TOKEN }
    asked = 0
    const killAt = 1 + (round % 5)
    onAsked = (count) => {
      if (count === killAt) first.child.kill('SIGKILL')
    }
    const { id } = await beginInterview(served, { track: 'behavioral', minutes: 5 })
    const client = await connect(served, id)
    await client.next('utterance-end')
    for (let said = 0; said < 3; said++) await say(client, longStory)
    client.send({ type: 'end', command: 'command-end' })
    await first.ended
    onAsked = () => undefined
    const decided = Number(fieldOf(file, 'select count(*) from scores'))
    const before = asked
    const second = await serve()
    const status = () => fieldOf(file, 'select status from scoring_jobs')
    await expect.poll(status, { timeout: 20_000 }).toBe('done')
    expect(asked - before).toBe(Number(fieldOf(file, 'select total from scoring_jobs')) - decided)
    expect(fieldOf(file, 'select count(*) from scorecards')).toBe(1)
    second.child.kill('SIGKILL')
    await second.ended
  }
})

const longStory =
  'In March our checkout answered in nine seconds at noon, and I was on call. I read the traces, found a lock on one table that a report took each day, and moved the report to a replica. ' +
  'The ninety-ninth percentile went from nine seconds to four hundred milliseconds, measured over two weeks, and I wrote an alert on lock waits.'
