import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { localOwner } from '#src/domain/space.ts'
import { recordedInterview } from '../support/recorded-interview.ts'
import { openStore, rowsOf } from './store-file.ts'

const text = readFileSync('docs/database.md', 'utf8')
const queries = [...text.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql ?? '')

/** Tables that the document describes, each with its columns in order. */
const described: Record<string, string[]> = Object.fromEntries(
  [...text.matchAll(/^### (\w+)\n([\s\S]*?)(?=^##|(?![\s\S]))/gm)].map(([, table, body]) => [
    table ?? '',
    [...(body ?? '').matchAll(/^\| `(\w+)` \| .+ \|$/gm)].map(([, column]) => column ?? ''),
  ]),
)

test('the document names every table and every column, and none that is not there', () => {
  const { file } = openStore()
  const tables = rowsOf(
    file,
    "select name from sqlite_schema where type = 'table' and name not like '%\\_fts%' escape '\\' and name not like 'sqlite%'",
  ) as { name: string }[]
  const columns = (table: string) => (rowsOf(file, `pragma table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const real = Object.fromEntries(tables.map(({ name }) => [name, columns(name).sort()]))
  expect(Object.fromEntries(Object.entries(described).map(([table, names]) => [table, [...names].sort()]))).toEqual(real)
})

test('its queries answer from a database that Hotseat wrote, and leave out what was deleted', async () => {
  expect(queries).toHaveLength(5)
  const { file, store } = openStore()
  const { record } = recordedInterview()
  const turns = record.turns.map((turn) => (turn.turn === 2 ? { ...turn, text: 'We put each message into a queue.' } : turn))
  const scorings = record.scorings.map((scoring) => {
    if (scoring.scorecard === null) return scoring
    const scores = scoring.scorecard.scorecard.scores.map((score) => ({
      ...score,
      checks: score.checks.map((check) => ({ ...check, verdict: 'no' as const })),
    }))
    return { ...scoring, scorecard: { ...scoring.scorecard, scorecard: { ...scoring.scorecard.scorecard, scores } } }
  })
  const told = { ...record, turns, scorings }
  await store.restoreRecord({ ownerId: localOwner, record: told, unknownFields: null, asCopy: false })
  const first = { track: 'system-design' }
  expect(queries.map((sql) => rowsOf(file, sql)[0])).toEqual([
    { ...first, began: '1970-01-01 00:00:00', level: 'senior', questions: 'Parcel tracker', recommendation: 'lean-hire' },
    { ...first, month: '1970-01', criterion: 'framing', mean: 3, ratings: 1 },
    { ...first, what: 'Names goals.', missed: 1 },
    { id: 'interview-1', speaker: 'candidate', turns: 1, words: 7 },
    { id: 'interview-1', turn: 2, words: 'We put each [message] into a [queue].' },
  ])
  await store.deleteInterviews(localOwner, null)
  expect(queries.map((sql) => rowsOf(file, sql))).toEqual([[], [], [], [], []])
})
