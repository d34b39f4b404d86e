import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { noteSchema } from '#src/domain/note.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { endedInterview } from '../support/sit-interview.ts'
import { giveAway } from '../support/turn-rows.ts'

const said = 'I read the slow query log first, and then I told the team.'
const words = { turn: 2, start: 2, end: 26, quote: said.slice(2, 26) }

const pathOf = (id: string, note = '') => `/api/interviews/${id}/notes${note && `/${note}`}`
const put = (hotseat: Hotseat, path: string, body: unknown) => ask(hotseat, path, { method: 'PUT', body: JSON.stringify(body) })
const listed = async (hotseat: Hotseat, id: string) => {
  const response = await ask(hotseat, pathOf(id))
  expect(response.status).toBe(200)
  return z.array(noteSchema.strict()).parse(await response.json())
}

test('a note is made, changed, deleted and put back; a highlight is one without text', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [said])
  const [note, highlight] = [randomUUID(), randomUUID()]
  expect((await put(hotseat, pathOf(id, note), { ...words, text: 'Name the tool.' })).status).toBe(200)
  expect((await put(hotseat, pathOf(id, highlight), { turn: 1, start: 0, end: 5, quote: 'Hello', text: '' })).status).toBe(200)
  await hotseat.restart()
  const [first, second] = await listed(hotseat, id)
  expect([first, second]).toMatchObject([
    { id: highlight, turn: 1, quote: 'Hello', text: '' },
    { id: note, ...words, text: 'Name the tool.' },
  ])
  const changed = noteSchema.parse(await (await put(hotseat, pathOf(id, note), { ...words, text: 'pt-query-digest' })).json())
  expect(changed).toMatchObject({ text: 'pt-query-digest', createdAt: second?.createdAt })
  const gone = await ask(hotseat, pathOf(id, note), { method: 'DELETE' })
  expect([gone.status, await gone.json()]).toEqual([200, { deleted: note }])
  expect((await listed(hotseat, id)).map((one) => one.id)).toEqual([highlight])
  expect((await ask(hotseat, pathOf(id, note), { method: 'DELETE' })).status).toBe(404)
  expect((await put(hotseat, pathOf(id, note), { ...words, text: 'pt-query-digest' })).status).toBe(200)
  expect((await listed(hotseat, id))[1]).toMatchObject({ id: note, text: 'pt-query-digest' })
})

test('a note stands at words that are there, in an interview of one’s own that is over', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [said])
  const note = randomUUID()
  const status = async (of: string, body: unknown) => (await put(hotseat, pathOf(of, note), body)).status
  expect(await status(id, { ...words, quote: 'read the fast query log', text: '' })).toBe(409)
  expect(await status(id, { ...words, turn: 99, text: '' })).toBe(409)
  expect(await status(id, { ...words, artifact: 'no-such', text: '' })).toBe(409)
  expect(await status(id, { ...words, text: 'x'.repeat(4001) })).toBe(400)
  expect(await status(id, { ...words, quote: '', text: '' })).toBe(400)
  const running = await beginInterview(hotseat)
  expect(await status(running.id, { ...words, text: '' })).toBe(409)
  expect((await ask(hotseat, pathOf(running.id))).status).toBe(409)
  expect(await status(id, { ...words, text: '' })).toBe(200)
  giveAway(hotseat, id)
  expect(await status(id, { ...words, text: '' })).toBe(404)
  expect((await ask(hotseat, pathOf(id))).status).toBe(404)
  expect((await ask(hotseat, pathOf(id, note), { method: 'DELETE' })).status).toBe(404)
})
