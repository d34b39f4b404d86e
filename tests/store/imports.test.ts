import { expect, test } from 'vitest'
import type { Imported } from '#src/domain/imported.ts'
import type { Interview } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import type { NewImport } from '#src/store/store.ts'
import { designContent, designInterview } from '../interviewer/fixtures.ts'
import { answer, job, type OpenedStore, openStore, openStoreWithInterview, rowsOf } from './store-file.ts'

const imported: Imported = {
  format: 'zoom',
  fileName: 'call.vtt',
  importedAt: 5,
  revision: 1,
  timed: true,
  quality: { verdict: 'full', share: 1 },
  speakers: [
    { label: 'Anna', role: 'interviewer' },
    { label: null, role: 'left-out' },
  ],
  unread: [{ line: 3, text: '???', reason: 'no speaker' }],
  group: null,
  extra: { seat: 4 },
}
const interview: Interview = {
  ...designInterview,
  interviewer: 'person',
  status: 'ended',
  endedAt: 9,
  minutes: 0,
  schedule: [{ phase: 'question', title: 'Parcels', role: 'work', minutes: 0, question: 0 }],
  imported,
}
const words = ['How would you track parcels?', 'Each scan is an event.', 'And then?', 'They are kept apart.']
const turns = words.map((text, at) => answer(text, { speaker: at % 2 === 0 ? 'interviewer' : 'candidate' }))
const made: NewImport = {
  ownerId: 'owner-1',
  importId: 'import-1',
  bodyHash: 'hash-1',
  interviews: [
    { interview, content: designContent, turns, boards: [] },
    { interview: { ...interview, id: 'interview-2' }, content: designContent, turns: turns.slice(0, 2), boards: [] },
  ],
}

async function imports(): Promise<OpenedStore & { stored: Turn[] }> {
  const opened = openStore()
  await opened.store.saveImport(made)
  return { ...opened, stored: await opened.store.listTurns('interview-1') }
}
const renumbered = (changed: readonly Turn[]): Turn[] => changed.map((turn, at) => ({ ...turn, turn: at + 1 }))
const found = (file: string, word: string) =>
  rowsOf(file, `select turns.turn from turns_fts join turns on turns.rowid = turns_fts.rowid where turns_fts match '${word}'`)

test('an import is stored whole, and only once however often it is sent', async () => {
  const { store, reopen, stored } = await imports()
  expect(stored.map(({ turn, text }) => [turn, text])).toEqual(words.map((text, at) => [at + 1, text]))
  expect(await store.saveImport(made)).toEqual(['interview-1', 'interview-2'])
  await expect(store.saveImport({ ...made, bodyHash: 'hash-2' })).rejects.toThrow(ConflictError)
  const reopened = reopen()
  expect(await reopened.findInterview('interview-1', 'owner-1')).toEqual(interview)
  expect((await reopened.listInterviews('owner-1')).map(({ id, turns: count }) => [id, count])).toEqual([
    ['interview-2', 2],
    ['interview-1', 4],
  ])
  expect((await reopened.listInterviews('owner-1'))[0]?.imported).toEqual({ format: 'zoom', fileName: 'call.vtt' })
})

test('what was deleted of an import is stored anew when it is imported again, for good or not yet', async () => {
  const { store } = await imports()
  const again = (id: string): NewImport => ({
    ...made,
    interviews: [
      { ...made.interviews[0], interview: { ...interview, id } },
      ...made.interviews.slice(1),
    ] as NewImport['interviews'],
  })
  const deletion = await store.deleteInterviews('owner-1', ['interview-1'])
  expect(await store.saveImport(again('interview-3'))).toEqual(['interview-3', 'interview-2'])
  while (await store.purgeNext(deletion?.id ?? ''));
  expect(await store.saveImport(again('interview-4'))).toEqual(['interview-3', 'interview-2'])
  expect(await store.listTurns('interview-3')).toHaveLength(4)
  const later = await store.deleteInterviews('owner-1', ['interview-3'])
  while (await store.purgeNext(later?.id ?? ''));
  expect(await store.saveImport(again('interview-5'))).toEqual(['interview-5', 'interview-2'])
})

test('an import of which one interview cannot be stored leaves nothing behind', async () => {
  const { store } = await openStoreWithInterview()
  const [first, second] = made.interviews
  if (first === undefined || second === undefined) throw new Error('the import has two interviews')
  await expect(store.saveImport({ ...made, interviews: [second, first] })).rejects.toThrow()
  expect(await store.findInterview('interview-2', 'owner-1')).toBeNull()
})

test('a correction keeps what the transcript said before, and its words are found instead of the earlier ones', async () => {
  const { store, file, reopen, stored } = await imports()
  const [first, second, third] = stored as [Turn, Turn, Turn]
  const corrected = renumbered([first, { ...second, text: 'Each scan is an immutable fact.' }, third])
  const questions = interview.questions.map((question) => ({ ...question, firstTurn: 1 }))
  await store.correctTranscript('interview-1', { from: 1, turns: corrected, questions })

  const reopened = reopen()
  expect(await reopened.listTurns('interview-1')).toEqual(corrected)
  expect(await reopened.listTurnsOfRevision('interview-1', 1)).toEqual(stored)
  expect(await reopened.listTurnsOfRevision('interview-1', 2)).toEqual(corrected)
  await expect(reopened.listTurnsOfRevision('interview-1', 3)).rejects.toThrow(NotFoundError)
  expect(await reopened.findInterview('interview-1', 'owner-1')).toEqual({
    ...interview,
    questions,
    imported: { ...imported, revision: 2 },
  })
  expect([found(file, 'immutable'), found(file, 'event'), found(file, 'apart')]).toEqual([[{ turn: 2 }], [{ turn: 2 }], []])
})

test('drawings of an import are boards that its turns name, and a correction that moves turns moves that', async () => {
  const { store, file } = openStore()
  const drawn = { id: 'sketch', kind: 'board' as const, text: 'client' }
  const withBoards = turns.map((turn, at) => (at === 3 ? { ...turn, artifacts: [{ ...drawn, revision: 1 }] } : turn))
  const [first] = made.interviews
  if (first === undefined) throw new Error('the import has an interview')
  const boards = [{ revision: 1, scene: { elements: [] }, text: 'client', turn: 4 }]
  await store.saveImport({ ...made, interviews: [{ ...first, turns: withBoards, boards }] })
  expect(await store.findBoard('interview-1', 1)).toEqual({ revision: 1, scene: { elements: [] }, text: 'client' })
  const [one, two, , four] = (await store.listTurns('interview-1')) as [Turn, Turn, Turn, Turn]
  expect(four.artifacts).toEqual([{ ...drawn, revision: 1 }])
  const { questions } = interview
  await store.correctTranscript('interview-1', { from: 1, turns: renumbered([one, two, four]), questions })
  expect(rowsOf(file, 'select revision, turn from boards')).toEqual([{ revision: 1, turn: 3 }])
  await store.correctTranscript('interview-1', { from: 2, turns: renumbered([one, two]), questions })
  expect(rowsOf(file, 'select revision, turn from boards')).toEqual([{ revision: 1, turn: null }])
  expect((await store.listTurnsOfRevision('interview-1', 1))[3]?.artifacts).toEqual([{ ...drawn, revision: 1 }])
})

test('a correction made from a revision that is not the newest is refused, and changes nothing', async () => {
  const { store, stored } = await imports()
  const { questions } = interview
  await store.correctTranscript('interview-1', { from: 1, turns: stored.slice(0, 3), questions })
  await expect(store.correctTranscript('interview-1', { from: 1, turns: stored, questions })).rejects.toThrow(/elsewhere/)
  expect(await store.listTurns('interview-1')).toEqual(stored.slice(0, 3))
})

test('a correction is refused while the interview is being scored', async () => {
  const { store, stored } = await imports()
  await store.createScoringJob(job({ status: 'running' }))
  const correction = { from: 1, turns: stored.slice(0, 3), questions: interview.questions }
  await expect(store.correctTranscript('interview-1', correction)).rejects.toThrow(/being scored/)
  await store.updateScoringJob('job-1', { status: 'failed' })
  await store.correctTranscript('interview-1', correction)
  expect(await store.listTurns('interview-1')).toHaveLength(3)
})

test('what was said in an interview that was held here cannot be corrected', async () => {
  const { store } = await openStoreWithInterview()
  const spoken = await store.appendTurn('interview-1', answer('Parcels have scans.'))
  const correction = { from: 1, turns: [{ ...spoken, text: 'Better.' }], questions: designInterview.questions }
  await expect(store.correctTranscript('interview-1', correction)).rejects.toThrow(/held here/)
  expect(await store.listTurns('interview-1')).toEqual([spoken])
})
