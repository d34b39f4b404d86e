import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accessBy } from '#src/server/access.ts'
import { openStore, rowsOf } from './store-file.ts'

const thirtyDays = 30 * 24 * 60 * 60 * 1000

test('a cookie opens the door for 30 days, through restarts and a new launch token, and the file holds its hash alone', async () => {
  const { store, clock, file, reopen } = openStore()
  const cookie = await accessBy({ launchToken: 'the-first-launch-token', store, clock }).grant('the-first-launch-token')
  if (cookie === null) throw new Error('the launch token was refused')

  const access = accessBy({ launchToken: 'the-next-launch-token', store: reopen(), clock })
  const ownerOf = (value: string) => access.ownerOf({ cookie: `hotseat_access=${value}`, authorization: undefined })
  clock.advance(thirtyDays - 1)
  expect(await ownerOf(cookie)).toBe('local')
  expect(await ownerOf(`${cookie}x`)).toBeNull()
  clock.advance(1)
  expect(await ownerOf(cookie)).toBeNull()

  expect(rowsOf(file, 'select length(token_hash) as digits, owner_id from access')).toEqual([{ digits: 64, owner_id: 'local' }])
  for (const part of [file, `${file}-wal`]) expect(readFileSync(part, 'latin1')).not.toContain(cookie)
})
