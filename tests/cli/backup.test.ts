import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, hotseat } from '../support/command-line.ts'
import { startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect, say } from '../support/live-client.ts'
import { saidRows } from '../support/turn-rows.ts'

test('backup copies the database beside a running server, and the copy is one that a server starts on', async () => {
  const server = await startHotseat()
  const { id } = await beginInterview(server)
  const client = await connect(server, id)
  await client.next('utterance-end')
  await say(client, 'I led the migration.')
  const folder = emptyFolder()
  const env = { HOTSEAT_DB: server.databaseFile }
  expect(await hotseat(['backup', 'copy.db'], { folder, env })).toEqual({
    status: 0,
    stdout: '',
    stderr: `${server.databaseFile} was copied to copy.db. To restore it, stop Hotseat and put that file in its place.\n`,
  })
  await say(client, 'And then we measured it.')

  const restored = await startHotseat({ env: { HOTSEAT_DB: join(folder, 'copy.db') } })
  expect(saidRows({ databaseFile: join(folder, 'copy.db') }, id)).toEqual(['I led the migration.'])
  const back = await connect(restored, id)
  expect((await back.next('snapshot')).turns.map(({ text }) => text)).toContain('I led the migration.')
})

test('backup never writes over a file, and says what it needs', async () => {
  const server = await startHotseat()
  const folder = emptyFolder()
  const env = { HOTSEAT_DB: server.databaseFile }
  await hotseat(['backup', 'copy.db'], { folder, env })
  const again = await hotseat(['backup', 'copy.db'], { folder, env })
  expect(again).toEqual({
    status: 1,
    stdout: '',
    stderr: 'hotseat: copy.db is there already: name another file, or move that one away.\n',
  })
  const nowhere = await hotseat(['backup', 'no/such/folder/copy.db'], { folder, env })
  expect(nowhere.status).toBe(1)
  expect(nowhere.stderr).toContain('hotseat: The back-up could not be written to no/such/folder/copy.db: ')
  expect(existsSync(join(folder, 'no'))).toBe(false)
  const none = await hotseat(['backup', 'other.db'], { folder })
  expect(none.stderr).toContain('There is no database data/hotseat.db yet')
  expect((await hotseat(['backup'], { folder, env })).status).toBe(2)
})
