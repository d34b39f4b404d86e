import { expect, test } from 'vitest'
import type { InterviewRecord } from '#src/domain/interview-record.ts'
import { recordedInterview } from '../support/recorded-interview.ts'
import { type OpenedStore, openStore, rowsOf } from './store-file.ts'

const tables = [
  'interviews',
  'held_contents',
  'turns',
  'scoring_jobs',
  'scores',
  'scorecards',
  'ratings',
  'scorecard_openings',
  'self_ratings',
  'appeals',
  'redos',
  'transcript_revisions',
  'peer_reviews',
  'objections',
  'notes',
  'boards',
  'pads',
]
/** The order of the keys in a JSON column says nothing, and is not compared. */
const parsed = (value: unknown): unknown =>
  typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value
const rowOf = (row: unknown) =>
  Object.fromEntries(Object.entries(row as object).map(([column, value]) => [column, parsed(value)]))
const everyRow = (file: string) => tables.map((table) => [table, rowsOf(file, `select * from ${table}`).map(rowOf)])

const restore = ({ store }: Pick<OpenedStore, 'store'>, record: InterviewRecord, asCopy = false, ownerId = 'owner-1') =>
  store.restoreRecord({ ownerId, record, unknownFields: null, asCopy })

test('a record that is read and restored elsewhere makes the very same rows', async () => {
  const { record } = recordedInterview()
  const [first, second] = [openStore(), openStore()]
  expect(await restore(first, record)).toEqual({ kind: 'restored', id: record.interview.id })
  const read = await first.store.readRecord(record.interview.id)
  expect(read.record).toEqual(record)
  const sent = JSON.parse(JSON.stringify(read.record)) as InterviewRecord
  await restore(second, sent)
  const rows = everyRow(first.file)
  expect(rows.filter(([, found]) => found?.length === 0)).toEqual([])
  expect(everyRow(second.file)).toEqual(rows)
  expect(rowsOf(second.file, 'select id, name, revoked_at from shares')).toEqual([{ id: 'share-1', name: 'Rae', revoked_at: 60 }])
  const tokens = rowsOf(second.file, 'select token_hash from shares union all select token_hash from share_guests')
  for (const { token_hash } of tokens as { token_hash: string }[]) expect(token_hash).toMatch(/^none-/)
})

test('one that is here already is left alone, or stored once more under ids of its own throughout', async () => {
  const { record } = recordedInterview()
  const opened = openStore()
  await restore(opened, record)
  const rows = everyRow(opened.file)
  expect(await restore(opened, record)).toEqual({ kind: 'here', id: record.interview.id })
  expect(everyRow(opened.file)).toEqual(rows)

  const { kind, id } = await restore(opened, record, true)
  expect(kind).toBe('restored')
  expect(id).not.toBe(record.interview.id)
  const copy = (await opened.store.readRecord(id)).record
  const { listAppeals, listObjections, latestScorecard } = opened.store
  expect((await listAppeals(id)).map(({ reason }) => reason)).toEqual(['It was said.', 'It was said.'])
  expect(await listObjections(id)).toHaveLength(2)
  expect(await latestScorecard(id)).toEqual(await latestScorecard(record.interview.id))
  const told = ({ turns, notes, revisions, content, boards, pads }: InterviewRecord) => ({
    ...{ turns, notes, revisions, content, boards, pads },
  })
  expect(told(copy)).toEqual(told(record))
})

test('an id that somebody else has is replaced, and nothing of theirs is touched', async () => {
  const { record } = recordedInterview()
  const opened = openStore()
  await restore(opened, record)
  const theirs = await opened.store.readRecord(record.interview.id)
  const { kind, id } = await restore(opened, record, false, 'owner-2')
  expect([kind, id === record.interview.id]).toEqual(['restored', false])
  expect(await opened.store.findInterview(id, 'owner-1')).toBeNull()
  expect(await opened.store.readRecord(record.interview.id)).toEqual(theirs)
})

test('what does not hold together is refused whole', async () => {
  const { record } = recordedInterview()
  const opened = openStore()
  const [appeal] = record.appeals
  const faulty = { ...record, appeals: appeal === undefined ? [] : [{ ...appeal, root: 'no-scoring' }] }
  await expect(restore(opened, faulty)).rejects.toThrow(/does not hold together/)
  const twice = { ...record, notes: [...record.notes, ...record.notes] }
  await expect(restore(opened, twice)).rejects.toThrow(/does not hold together/)
  await expect(restore(opened, { ...record, boards: [...record.boards, ...record.boards] })).rejects.toThrow(/does not hold/)
  expect(rowsOf(opened.file, 'select id from interviews')).toEqual([])
})

test('a scoring that had not ended and a link that brought no review are left out; a redo that waited can be asked for again', async () => {
  const { record } = recordedInterview()
  const [opened, fresh] = [openStore(), openStore()]
  const [redo] = record.redos
  await restore(opened, record)
  const id = record.interview.id
  await opened.store.createScoringJob({
    ...{ id: 'scoring-9', interviewId: id, scorer: 'model', status: 'running', done: 0, total: 2, finished: [] },
    ...{ error: null, createdAt: 9_000_000 },
  })
  const { review: _, ...link } = { kind: 'read-only' as const, name: 'Eve', showsRatings: false, review: null }
  const times = { createdAt: 1, expiresAt: 2, lastUsedAt: null, revokedAt: null }
  await opened.store.createShare(id, { id: 'share-2', ...link, ...times }, 'a-hash')
  if (redo !== undefined) await opened.store.createRedo(id, { ...redo, id: 'redo-0002', state: { kind: 'grading' } })
  const read = (await opened.store.readRecord(id)).record
  expect(read.scorings).toEqual(record.scorings)
  expect(read.reviews).toEqual(record.reviews)
  expect(JSON.stringify(read)).not.toContain('a-hash')
  await restore(fresh, read)
  expect(await fresh.store.ungradedRedos()).toEqual([])
  expect((await fresh.store.listRedos(id)).map(({ state }) => state.kind)).toEqual(['graded', 'failed'])
})
