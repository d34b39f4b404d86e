import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect } from '../support/live-client.ts'
import { saidRows } from '../support/turn-rows.ts'

/** Has the file itself refuse every turn from now on, as it does on a full disk, until it is told otherwise. */
function refuseTurns(file: string): () => void {
  const byHand = (sql: string) => {
    const database = new Database(file)
    database.exec(sql)
    database.close()
  }
  byHand("create trigger full before insert on turns begin select raise(abort, 'database or disk is full'); end")
  return () => byHand('drop trigger full')
}

test('an answer that the database refuses is not acknowledged, says so, and is stored once when it is sent again', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, { minutes: 5 })
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  const relent = refuseTurns(hotseat.databaseFile)
  const words = { type: 'say', clientTurnId: 'turn-refused', text: 'The queue was full before the workers were.' } as const
  client.send(words)
  expect(await client.next('error')).toMatchObject({ code: 'not-stored', clientTurnId: 'turn-refused' })
  expect(client.frames.some(({ type }) => type === 'turn-stored')).toBe(false)
  expect(saidRows(hotseat, id)).toEqual([])

  relent()
  client.send(words)
  client.send(words)
  await client.next('turn-stored')
  await client.next('utterance-end')
  expect(saidRows(hotseat, id)).toEqual([words.text])
})
