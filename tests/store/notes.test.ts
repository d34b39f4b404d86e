import { expect, test } from 'vitest'
import type { Note } from '#src/domain/note.ts'
import { NotFoundError } from '#src/errors.ts'
import { openStoreWithInterview, rowsOf } from './store-file.ts'

const slice = { turn: 2, start: 4, end: 9, quote: 'words' }

test('a note is read back in the order of the transcript, after the file was closed and opened', async () => {
  const { store, clock, reopen } = await openStoreWithInterview()
  const at = clock.now()
  const later = await store.saveNote('interview-1', { id: 'note-later', ...slice, turn: 7, text: 'Say the figure.' })
  const inside = { id: 'note-board', ...slice, start: 8, end: 12, artifact: 'board-1', text: '' }
  const drawn = await store.saveNote('interview-1', inside)
  const first = await store.saveNote('interview-1', { id: 'note-first', ...slice, text: 'Good “beginning”\n' })
  const times = { createdAt: at, updatedAt: at }
  expect(first).toEqual({ id: 'note-first', ...slice, text: 'Good “beginning”\n', ...times } satisfies Note)
  expect(drawn).toEqual({ ...inside, ...times } satisfies Note)
  expect(await reopen().listNotes('interview-1')).toEqual([first, drawn, later])
})

test('a note stored again under its id is changed, and keeps when it was made', async () => {
  const { store, clock } = await openStoreWithInterview()
  const made = await store.saveNote('interview-1', { id: 'note-first', ...slice, text: '' })
  clock.advance(5)
  const changed = await store.saveNote('interview-1', { id: 'note-first', ...slice, text: 'Why?' })
  expect(changed).toEqual({ ...made, text: 'Why?', updatedAt: made.createdAt + 5 })
  expect(await store.listNotes('interview-1')).toEqual([changed])
})

test('a note is deleted once, of its interview alone, and goes with the interview', async () => {
  const { store, file, byHand } = await openStoreWithInterview()
  await store.saveNote('interview-1', { id: 'note-first', ...slice, text: '' })
  await store.saveNote('interview-1', { id: 'note-second', ...slice, text: '' })
  expect(await store.deleteNote('interview-2', 'note-first')).toBe(false)
  expect(await store.deleteNote('interview-1', 'note-first')).toBe(true)
  expect(await store.deleteNote('interview-1', 'note-first')).toBe(false)
  expect((await store.listNotes('interview-1')).map(({ id }) => id)).toEqual(['note-second'])
  byHand("delete from interviews where id = 'interview-1'")
  expect(rowsOf(file, 'select * from notes')).toEqual([])
  await expect(store.saveNote('interview-1', { id: 'note-third', ...slice, text: '' })).rejects.toThrow(NotFoundError)
})

test('a note that is damaged in the file is named', async () => {
  const { store, byHand } = await openStoreWithInterview()
  await store.saveNote('interview-1', { id: 'note-first', ...slice, text: '' })
  byHand("update notes set quote = ''")
  await expect(store.listNotes('interview-1')).rejects.toThrow('note note-first of interview interview-1 is damaged')
})
