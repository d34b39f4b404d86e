import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { givenDatabase } from '#src/content/given-database.ts'
import { shippedQuestionIds } from '../support/content-files.ts'

const root = join(import.meta.dirname, '../../rubrics')
const withDatabase = shippedQuestionIds()
  .map(({ track, id }) => ({ id, file: join(root, track, 'questions', id, 'database.sql') }))
  .filter(({ file }) => existsSync(file))

/** Every table of a database made by SQL, with its columns and rows. */
function tablesOf(sql: string): Record<string, unknown> {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  database.exec(sql)
  const names = database.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all() as string[]
  return Object.fromEntries(
    names.map((name) => [
      name,
      [database.pragma(`table_info("${name}")`), database.prepare(`select * from "${name}"`).raw().all()],
    ]),
  )
}

test.each(withDatabase)('what is given of $id has all tables and rows, and no index, trigger or comment', ({ file }) => {
  const whole = readFileSync(file, 'utf8')
  const given = givenDatabase(whole)
  expect(tablesOf(given)).toEqual(tablesOf(whole))
  expect(given).not.toMatch(/--|create (unique )?index|create trigger/i)
})

test('what looks like a comment, a statement’s end or an index inside words is none', () => {
  const sql = `
    -- CREATE INDEX; a comment
    create table "a;b" (x text default '--;', y text); /* create
    index */ CREATE UNIQUE INDEX of_a on "a;b" (x);
    create trigger no before insert on "a;b" when new.x = ';end;' begin select raise(abort, 'no;'); select 1; END;
    insert into "a;b" values ('it''s; -- create index', 'create trigger end;'), (7 - 4, 8 / 2)`
  expect(tablesOf(givenDatabase(sql))).toEqual({
    'a;b': [
      expect.any(Array),
      [
        ["it's; -- create index", 'create trigger end;'],
        ['3', '4'],
      ],
    ],
  })
  expect(givenDatabase(' -- nothing\n ;; ')).toBe('')
})

test('a trigger is left out whole, also one that is temporary or ends a case in its middle', () => {
  const sql = `
    create table a (x integer);
    create trigger once before insert on a begin select case when new.x > 9 then raise(abort, 'no') end; select 1; end;
    create temp trigger twice after insert on a begin delete from a where x > 9; end;
    insert into a values (1)`
  expect(givenDatabase(sql)).toBe('create table a (x integer);\n\ninsert into a values (1);\n')
})
