import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { subprotocol } from '#src/protocol/frames.ts'
import { emptyFolder, hotseat, startServing } from '../support/command-line.ts'

vi.setConfig({ testTimeout: 60_000 })

const token = 'a-token+for/the=tests'

test('serve makes its folder, prints the address to open, and stops cleanly when told to, a live room open', async () => {
  const folder = emptyFolder()
  const { child, line, origin, ended } = await startServing({ folder, env: { HOTSEAT_TOKEN: token } })
  expect(line).toBe(`Hotseat is listening. Open ${origin}/#token=${encodeURIComponent(token)}`)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const choice = { track: 'behavioral', level: 'mid', minutes: 5, mode: 'mock', persona: 'neutral' }
  const begun = await fetch(`${origin}/api/interviews`, { method: 'POST', headers, body: JSON.stringify(choice) })
  expect(begun.status).toBe(201)
  const { id } = (await begun.json()) as { id: string }
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/interviews/${id}/live`, [subprotocol], { headers })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'hello', connection: 'tab-1' }))
  await once(socket, 'message')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])

  const { stdout } = await hotseat(['export', '--all', '--format', 'json'], { folder })
  expect(JSON.parse(stdout)).toMatchObject({ id, status: 'running' })
})

test('serve starts again after it was killed', async () => {
  const folder = emptyFolder()
  const killed = await startServing({ folder })
  killed.child.kill('SIGKILL')
  expect(await killed.ended).toEqual([null, 'SIGKILL'])
  const { child, ended } = await startServing({ folder })
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})

test('serve lists every fault of its environment', async () => {
  const env = { PORT: 'eighty', HOST: '0.0.0.0', HOTSEAT_TOKEN: 'short', HOTSEAT_LOG_LEVEL: 'loud' }
  const { status, stdout, stderr } = await hotseat(['serve'], { env })
  const [first, ...faults] = stderr.trimEnd().split('\n')
  expect(first).toBe('hotseat: The environment cannot be used:')
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'HOST', 'HOTSEAT_TOKEN', 'HOTSEAT_LOG_LEVEL'])
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
})

test('serve reads .env of the folder it is started in', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, '.env'), 'HOTSEAT_TOKEN=the-token-of-the-file\nHOST=localhost\n')
  const { line } = await startServing({ folder })
  expect(line).toMatch(/^Hotseat is listening\. Open http:\/\/localhost:\d+\/#token=the-token-of-the-file$/)
})

test('serve says which port is in use, and which database', async () => {
  const folder = emptyFolder()
  const { origin } = await startServing({ folder })
  const { port } = new URL(origin)
  expect(await hotseat(['serve'], { env: { PORT: port } })).toEqual({
    status: 1,
    stdout: '',
    stderr: `hotseat: Hotseat cannot listen on 127.0.0.1:${port}: it is in use: stop what uses it, or set PORT to another.\n`,
  })
  expect(await hotseat(['serve'], { folder, env: { PORT: '0' } })).toEqual({
    status: 1,
    stdout: '',
    stderr: 'hotseat: Another Hotseat uses data/hotseat.db: stop it first, or name another file with HOTSEAT_DB.\n',
  })
})

test('serve refuses a database that is none', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'notes.txt'), 'Remember the milk. '.repeat(100))
  const { status, stderr } = await hotseat(['serve'], { folder, env: { HOTSEAT_DB: 'notes.txt', PORT: '0' } })
  expect(stderr).toBe(
    'hotseat: The database notes.txt cannot be used: it is not an SQLite database. Move it away, or name another file with HOTSEAT_DB.\n',
  )
  expect(status).toBe(1)
})
