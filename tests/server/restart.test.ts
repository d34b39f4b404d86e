import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { closeCodes } from '#src/protocol/frames.ts'
import { startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect, type Served, say } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { saidRows, turnRows } from '../support/turn-rows.ts'

test('a restart in mid-interview keeps turns, draft and clock, and the interview goes on', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  await say(client, 'I led the migration.')
  clock.advance(20_000)
  client.send({ type: 'draft', text: 'And then we mea' })
  client.send({ type: 'pause', command: 'command-1' })
  await client.next('state', ({ command }) => command === 'command-1')
  client.send({ type: 'resume', command: 'command-2' })
  await client.next('state', ({ command }) => command === 'command-2')
  clock.advance(7000)
  const before = turnRows(hotseat, id)

  await hotseat.restart()
  expect(await client.closed).toBe(closeCodes.restarting)
  expect(client.frames.at(-1)).toMatchObject({ type: 'bye' })
  clock.advance(50_000)
  const back = await connect(hotseat, id)
  const { turns, draft, standing } = await back.next('snapshot')
  expect(turns.map(({ speaker, text, clientTurnId }) => ({ speaker, text, clientTurnId }))).toEqual(before)
  expect(draft).toBe('And then we mea')
  expect(standing.elapsedMs).toBe(27_000)
  clock.advance(1000)
  await say(back, 'And then we measured it.')
  expect(saidRows(hotseat, id)).toEqual(['I led the migration.', 'And then we measured it.'])
  expect(back.frames.findLast((frame) => frame.type === 'utterance-end')?.turn.elapsedMs).toBe(28_000)
})

test('a pause outlives a restart and says so', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const { id } = await beginInterview(hotseat)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  clock.advance(5000)
  client.send({ type: 'pause', command: 'command-1' })
  await client.next('state', ({ command }) => command === 'command-1')
  await hotseat.restart()
  clock.advance(5000)
  const { standing } = await (await connect(hotseat, id)).next('snapshot')
  expect(standing).toMatchObject({ state: 'paused', elapsedMs: 5000, running: false, notice: expect.stringContaining('paused') })
})

test('a server killed right after a turn was acknowledged has it exactly once when it runs again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const databaseFile = join(folder, 'hotseat.db')
  const turn = { type: 'say', clientTurnId: 'turn-0001', text: 'I led the migration.' } as const

  const first = await serve(databaseFile)
  const { id } = await beginInterview(first.served)
  const client = await connect(first.served, id)
  await client.next('utterance-end')
  client.send(turn)
  await client.next('turn-stored')
  await first.kill()
  expect(await client.closed).toBe(1006)

  const second = await serve(databaseFile)
  const back = await connect(second.served, id)
  const { turns } = await back.next('snapshot')
  expect(turns.filter(({ clientTurnId }) => clientTurnId === turn.clientTurnId).map(({ text }) => text)).toEqual([turn.text])
  back.send(turn)
  await back.next('turn-stored')
  await back.next('state', ({ standing }) => standing.state === 'awaiting-candidate')
  await second.kill()
  const rows = turnRows({ databaseFile }, id)
  expect(rows.map(({ speaker }) => speaker)).toEqual(['interviewer', 'candidate', 'interviewer'])
  expect(rows[1]).toEqual({ speaker: 'candidate', text: turn.text, clientTurnId: turn.clientTurnId })
}, 60_000)

/** The server in a process of its own, which can be killed as no test process can. */
async function serve(databaseFile: string): Promise<{ served: Served; kill(): Promise<void> }> {
  const token = 'a-token-for-the-tests'
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'serve'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', HOTSEAT_DB: databaseFile, HOTSEAT_TOKEN: token, HOTSEAT_MODEL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  if (child.stdout === null) throw new Error('the server has no output')
  const lines = createInterface(child.stdout)
  const gone = exited.then(([status]) => {
    throw new Error(`the server ended with ${status} before it listened`)
  })
  const [line] = (await Promise.race([once(lines, 'line'), gone])) as [string]
  gone.catch(() => undefined)
  const origin = /http:\/\/[^/]+/.exec(line)?.[0]
  if (origin === undefined) throw new Error(`no address in "${line}"`)
  return { served: { origin, token }, kill }
}
