import { expect, test } from 'vitest'
import { errorOffset, placeOf } from '../../../web/sql-pad/error-offset.ts'

test.each([
  ['select 1 form t', 'near "form": syntax error', 9],
  ["select 'abc", `unrecognized token: "'abc"`, 7],
  ['select nope from t', 'no such column: nope', 7],
  ['select nope, nope from t', 'no such column: nope', 0],
  ['  -- nope\n select Nope from nopes', 'no such column: nope', 11],
  ['select * from  ', 'incomplete input', 13],
  ['insert into t values (1)', 'UNIQUE constraint failed: t.a', 0],
  ['select )', 'near ")": syntax error', 7],
])('%j with %j is at %i', (sql, message, offset) => {
  expect(errorOffset(sql, message)).toBe(offset)
})

test('lines and columns are counted from one', () => {
  expect([placeOf('a\nbc', 0), placeOf('a\nbc', 3)]).toEqual([
    { line: 1, column: 1 },
    { line: 2, column: 2 },
  ])
})
