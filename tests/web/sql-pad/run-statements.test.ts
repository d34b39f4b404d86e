import initSqlJs, { type Database } from 'sql.js'
import { expect, onTestFinished, test } from 'vitest'
import { readSchema } from '../../../web/sql-pad/read-schema.ts'
import { planStatements, redoStatements, runStatements } from '../../../web/sql-pad/run-statements.ts'
import { mostCells, mostCounted, mostRows } from '../../../web/sql-pad/sql-messages.ts'

async function database(sql = ''): Promise<Database> {
  const { Database } = await initSqlJs()
  const made = new Database()
  onTestFinished(() => made.close())
  made.exec(sql)
  return made
}
const countingTo = (most: string) => `with recursive n(i) as (select 1 union all select i + 1 from n ${most}) select i from n`

test('every statement gives its result, and those without rows are told together', async () => {
  const made = await database()
  const sql = 'create table t (a); insert into t values (1), (2.0), (null);\n-- all\nselect * from t; delete from t where a = 1'
  const { results, changes } = runStatements(made, sql)
  expect(results).toEqual([
    { kind: 'done', statements: 2, changedRows: 3 },
    {
      kind: 'rows',
      sql: '-- all\nselect * from t;',
      columns: ['a'],
      rows: [[{ kind: 'number', text: '1' }], [{ kind: 'number', text: '2.0' }], [{ kind: 'null', text: 'NULL' }]],
      count: 3,
      isCounted: true,
    },
    { kind: 'done', statements: 1, changedRows: 1 },
  ])
  expect(changes.map((change) => change.trim())).toEqual([
    'create table t (a);',
    'insert into t values (1), (2.0), (null);',
    'delete from t where a = 1',
  ])
})

test('an error stops the run, keeps what was before it, and says where', async () => {
  const made = await database('create table t (a unique)')
  const sql = 'insert into t values (1);\nselec 2;\nselect 3'
  expect(runStatements(made, sql).results).toEqual([
    { kind: 'done', statements: 1, changedRows: 1 },
    { kind: 'error', sql: 'selec 2;\nselect 3', message: 'near "selec": syntax error', offset: sql.indexOf('selec') },
  ])
  const failing = runStatements(made, 'select 1; insert into t values (1)').results
  expect(failing.at(-1)).toEqual({
    kind: 'error',
    sql: 'insert into t values (1)',
    message: 'UNIQUE constraint failed: t.a',
    offset: 10,
  })
  expect(runStatements(made, 'select count(*) from t').results).toMatchObject([{ rows: [[{ text: '1' }]] }])
})

test('a transaction stays open between runs, and is left by rollback', async () => {
  const made = await database('create table t (a)')
  runStatements(made, 'begin; insert into t values (1)')
  expect(runStatements(made, 'rollback; select * from t').results).toMatchObject([{ kind: 'done' }, { kind: 'rows', count: 0 }])
})

test('of many rows the first are kept and the rest are counted, up to a bound', async () => {
  const made = await database()
  const [some] = runStatements(made, countingTo('limit 300')).results
  expect(some).toMatchObject({ count: 300, isCounted: true })
  expect(some?.kind === 'rows' && some.rows).toHaveLength(mostRows)
  expect(runStatements(made, countingTo('')).results).toMatchObject([{ count: mostCounted, isCounted: false }])
  expect(runStatements(made, countingTo(`limit ${mostCounted}`)).results).toMatchObject([{ count: mostCounted, isCounted: true }])
})

test('whole numbers keep their digits, and bytes are written as SQL writes them', async () => {
  const made = await database()
  const [result] = runStatements(made, "select 9007199254740993, 1e300, x'00ff', ''").results
  expect(result?.kind === 'rows' && result.rows[0]).toEqual([
    { kind: 'number', text: '9007199254740993' },
    { kind: 'number', text: '1e+300' },
    { kind: 'blob', text: "x'00ff'" },
    { kind: 'text', text: '' },
  ])
})

test('a plan runs nothing, and EXPLAIN QUERY PLAN gives the same', async () => {
  const made = await database('create table t (a primary key, b)')
  const plan = { kind: 'plan', rows: [{ detail: 'SEARCH t USING INDEX sqlite_autoindex_t_1 (a=?)' }] }
  expect(planStatements(made, '/* one */ select * from t where a = 1; delete from t where a = 2')).toMatchObject([plan, plan])
  expect(runStatements(made, 'explain query plan select * from t where a = 1').results).toMatchObject([plan])
  expect(planStatements(made, 'select * from nowhere')).toMatchObject([{ kind: 'error', message: 'no such table: nowhere' }])
})

test('a statement under many comments is run like any other', async () => {
  const made = await database()
  const comments = '/* a column */\n'.repeat(40)
  expect(runStatements(made, `${comments}select 1 as a`).results).toMatchObject([{ kind: 'rows', count: 1 }])
  expect(runStatements(made, `${comments}explain query plan select 1`).results).toMatchObject([{ kind: 'plan' }])
})

test('nothing but comments is no statement', async () => {
  expect(runStatements(await database(), '-- nothing\n  ')).toEqual({ results: [], changes: [] })
})

test('the schema has tables, views, keys, generated columns and the indexes that were made by hand', async () => {
  const made = await database(`create table t (id integer primary key, a TEXT not null, b as (a || 'x'));
    create index by_a on t (a, id desc); create view v as select a from t;`)
  expect(readSchema(made)).toEqual([
    {
      name: 't',
      kind: 'table',
      columns: [
        { name: 'id', type: 'integer', isKey: true },
        { name: 'a', type: 'text', isKey: false },
        { name: 'b', type: '', isKey: false },
      ],
      indexes: [{ name: 'by_a', columns: ['a', 'id'] }],
    },
    { name: 'v', kind: 'view', columns: [{ name: 'a', type: 'text', isKey: false }], indexes: [] },
  ])
})

test('many results together show no more cells than a page can hold, and all rows are counted', async () => {
  const made = await database(`create table t as ${countingTo('limit 200')}`)
  const { results } = runStatements(made, 'select i, i, i, i, i, i, i, i from t;'.repeat(20))
  const shown = results.flatMap((result) => (result.kind === 'rows' ? result.rows.flat() : []))
  expect(shown.length).toBe(mostCells)
  expect(results.map((result) => result.kind === 'rows' && result.count)).toEqual(Array(20).fill(200))
})

test('any number of comments may stand before a statement', async () => {
  const made = await database()
  const sql = `${'/* who */'.repeat(60)} select 1 as one`
  expect(runStatements(made, sql).results).toMatchObject([{ kind: 'rows', count: 1 }])
  expect(planStatements(made, sql)).toMatchObject([{ kind: 'plan' }])
})

test('a view whose table was dropped stays in the schema, without columns', async () => {
  const made = await database()
  runStatements(made, 'create table t (a); create view v as select a from t; drop table t')
  expect(readSchema(made)).toEqual([{ name: 'v', kind: 'view', columns: [], indexes: [] }])
})

test('what changed a database is done again in its order, up to the first that fails', async () => {
  const statements = ['create table t (a)', 'insert into t values (1)', 'insert into gone values (1)', 'insert into t values (2)']
  const made = await database()
  const { results, changes } = redoStatements(made, statements)
  expect(changes).toEqual(statements.slice(0, 2))
  expect(results).toMatchObject([{ kind: 'error', sql: 'insert into gone values (1)', message: 'no such table: gone' }])
  expect(runStatements(made, 'select a from t').results).toMatchObject([{ rows: [[{ text: '1' }]] }])
})
