import { expect, test } from 'vitest'
import { emptyFolder, hotseat } from '../support/command-line.ts'
import { startHotseat } from '../support/hotseat.ts'
import { endedInterview } from '../support/sit-interview.ts'

test('search reads the database beside a running server, and says what it does not understand', { timeout: 60_000 }, async () => {
  const server = await startHotseat()
  const id = await endedInterview(server, ['We put a write path in front, and the path to write is short.'])
  const run = (...args: string[]) =>
    hotseat(['search', ...args], { folder: emptyFolder(), env: { HOTSEAT_DB: server.databaseFile } })
  const text = await run('write path')
  expect([
    text.status,
    text.stdout.startsWith(`${id}  turn 2, candidate, `),
    text.stdout.includes('a write path in front'),
  ]).toEqual([0, true, true])
  const json = await run('short', 'front', '--format', 'json')
  expect(JSON.parse(json.stdout)).toMatchObject({ interview: id, turn: 2, speaker: 'candidate' })
  expect(await run('"path write"')).toEqual({ status: 1, stdout: '', stderr: 'Nothing found.\n' })
  expect((await run('front', '--track', 'incident')).status).toBe(1)
  expect((await run('front', '--track', 'nothing')).status).toBe(2)
  expect((await run()).status).toBe(2)
})
