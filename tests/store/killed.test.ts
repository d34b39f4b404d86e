import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { DatabaseInUseError } from '#src/store/process-lock.ts'
import { openSqliteStore } from '#src/store/sqlite-store.ts'
import { manualClock } from '../support/manual-clock.ts'
import { openStoreWithInterview, rowsOf } from './store-file.ts'

const clock = manualClock()
const program = join(import.meta.dirname, '../support/turn-writer.ts')

/** A process of its own that stores turns until it is killed; `acks` are its acknowledged turns as they come. */
function startWriter(file: string): { writer: ChildProcess; acks: AsyncIterable<string>; ended: Promise<unknown[]> } {
  const writer = spawn(process.execPath, ['--import', 'tsx', program, file, `${file}.acks`, 'interview-1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void writer.kill('SIGKILL'))
  return { writer, acks: createInterface(writer.stdout), ended: once(writer, 'exit') }
}

test('a server killed while it writes loses no acknowledged turn, and locks nobody out', { timeout: 120_000 }, async () => {
  const { file, store } = await openStoreWithInterview()
  store.close()
  for (let round = 1; round <= 10; round++) {
    const { writer, acks, ended } = startWriter(file)
    const killAt = 1 + Math.floor(Math.random() * 60)
    let seen = 0
    for await (const _ of acks) if (++seen === killAt) writer.kill('SIGKILL')
    await ended
    expect(seen).toBeGreaterThanOrEqual(killAt)
    expect(rowsOf(file, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const acknowledged = readFileSync(`${file}.acks`, 'utf8').trim().split('\n').map(Number)
    const stored = new Set(rowsOf(file, 'select turn from turns').map((row) => (row as { turn: number }).turn))
    expect(acknowledged.filter((turn) => !stored.has(turn))).toEqual([])
  }
  const reopened = openSqliteStore({ file, clock })
  onTestFinished(() => reopened.close())
  const turns = await reopened.listTurns('interview-1')
  expect(turns.map(({ turn }) => turn)).toEqual(turns.map((_, index) => index + 1))
})

test('a second process is kept off the file while the first one runs', { timeout: 60_000 }, async () => {
  const { file, store } = await openStoreWithInterview()
  store.close()
  const { writer, acks, ended } = startWriter(file)
  for await (const _ of acks) {
    expect(() => openSqliteStore({ file, clock })).toThrow(
      new DatabaseInUseError(`Another Hotseat uses ${file}: stop it first, or name another file with HOTSEAT_DB.`),
    )
    writer.kill('SIGKILL')
    break
  }
  await ended
})
