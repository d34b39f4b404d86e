import { expect, test } from 'vitest'
import { recordedInterview } from '../support/recorded-interview.ts'
import { openStore, rowsOf } from './store-file.ts'

/** Every table with its number of rows. */
function countsOf(file: string): Record<string, number> {
  const tables = rowsOf(file, "select name from sqlite_schema where type = 'table' and name not like '%fts%'") as {
    name: string
  }[]
  return Object.fromEntries(
    tables.map(({ name }) => [name, (rowsOf(file, `select count(*) as rows from ${name}`) as { rows: number }[])[0]?.rows ?? -1]),
  )
}

test('removing an interview for good leaves no row of it in any table, nor in the search index', async () => {
  const { file, store } = openStore()
  const empty = countsOf(file)
  const { record } = recordedInterview()
  await store.restoreRecord({ ownerId: 'owner-1', record, unknownFields: null, asCopy: false })
  const full = countsOf(file)
  const filled = Object.keys(full).filter((table) => (full[table] ?? 0) > (empty[table] ?? 0))
  expect(filled.length).toBeGreaterThan(14)
  const deletion = await store.deleteInterviews('owner-1', [record.interview.id])
  while (await store.purgeNext(deletion?.id ?? ''));
  expect(countsOf(file)).toEqual(empty)
  expect(rowsOf(file, 'select * from titles_fts')).toEqual([])
  expect(rowsOf(file, "select rowid from turns_fts where turns_fts match 'i OR the OR we'")).toEqual([])
  expect(rowsOf(file, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

test('content that another interview was held with stays', async () => {
  const { file, store } = openStore()
  const { record } = recordedInterview()
  const other = { ...record, interview: { ...record.interview, id: 'another-interview' }, scorings: [], appeals: [], redos: [] }
  for (const one of [record, { ...other, reviews: [], objections: [], notes: [] }])
    await store.restoreRecord({ ownerId: 'owner-1', record: one, unknownFields: null, asCopy: false })
  const deletion = await store.deleteInterviews('owner-1', [record.interview.id])
  while (await store.purgeNext(deletion?.id ?? ''));
  expect(countsOf(file)).toMatchObject({ interviews: 1, held_contents: 1 })
  expect(await store.findContent('another-interview')).toEqual(record.content)
})
