import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, hotseat } from '../support/command-line.ts'
import { beginInterview } from '../support/live-client.ts'
import { inSpace, startWithSpaces } from '../support/spaces.ts'

test('export goes to one owner, whom --owner names', { timeout: 60_000 }, async () => {
  const server = await startWithSpaces()
  const [ada, other] = [await inSpace(server, 'Ada'), await inSpace(server, 'Grace')]
  await inSpace(server, 'ada')
  const { id: mine } = await beginInterview(server)
  const { id: adas } = await beginInterview(ada)
  const { id: graces } = await beginInterview(other)
  const run = (...args: string[]) => hotseat(['export', ...args], { folder, env: { HOTSEAT_DB: server.databaseFile } })
  const folder = emptyFolder()

  expect((await run('--all', '--out', 'mine')).status).toBe(0)
  expect((await run('--all', '--out', 'graces', '--owner', 'grace')).status).toBe(0)
  expect(readdirSync(join(folder, 'mine'))).toEqual([`${mine}.md`])
  expect(readdirSync(join(folder, 'graces'))).toEqual([`${graces}.md`])

  const anothers = await run(adas)
  expect([anothers.status, anothers.stdout]).toEqual([1, ''])
  expect(anothers.stderr).toContain(`The interview ${adas} is another owner's. --owner names the space that it is in.`)
  expect((await run(adas, '--owner', 'Grace')).stderr).toContain(`The interview ${adas} is another owner's.`)

  const several = await run('--all', '--owner', 'Ada')
  expect(several.status).toBe(1)
  expect(several.stderr).toMatch(
    /Several spaces are called "Ada"\. Name one by its id:\n {2}\S+ {2}Ada, since .*\n {2}(\S+) {2}ada, since /,
  )
  const unknown = await run('--all', '--owner', 'Eve')
  expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringMatching(/There is no space "Eve"\. There are:\n.*Ada/)])
  const id = / {2}(\S+) {2}Ada, /.exec(several.stderr)?.[1] ?? ''
  const named = await run(adas, '--owner', id)
  expect([named.status, named.stderr]).toEqual([0, ''])
})
