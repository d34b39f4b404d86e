import { expect, test } from 'vitest'
import { maxResultText } from '../../../web/artifacts/fitted-lines.ts'
import { resultText } from '../../../web/sql-pad/result-text.ts'
import type { Cell, SqlResult } from '../../../web/sql-pad/sql-messages.ts'

const number = (text: string): Cell => ({ kind: 'number', text })
const words = (text: string): Cell => ({ kind: 'text', text })
const nothing: Cell = { kind: 'null', text: 'NULL' }
const rowsOf = (columns: string[], rows: Cell[][], count = rows.length): SqlResult => ({
  kind: 'rows',
  sql: 'select',
  columns,
  rows,
  count,
  isCounted: true,
})

test('rows are aligned, numbers to the right', () => {
  const rows = [
    [words('Gold'), number('3'), words('Cem')],
    [words('Silver'), number('12'), nothing],
  ]
  expect(resultText(rowsOf(['league', 'place', 'name'], rows))).toBe(
    ['league | place | name', '-------+-------+-----', 'Gold   |     3 | Cem', 'Silver |    12 | NULL', '(2 rows)'].join('\n'),
  )
  expect(resultText(rowsOf(['a'], []))).toBe('a\n-\n(0 rows)')
})

test('long results fit, and say how many rows and columns they leave out', () => {
  const rows = Array.from({ length: 200 }, (_, index) => [number(String(index)), words(`row ${index} of many`)])
  const text = resultText(rowsOf(['id', 'words'], rows, 5_000))
  expect(text.length).toBeLessThanOrEqual(maxResultText)
  const shown = text.split('\n').length - 3
  expect(text.endsWith(`(first ${shown} of 5,000 rows)`)).toBe(true)
  const wide = rowsOf(
    Array.from({ length: 60 }, (_, index) => `column ${index}`),
    [Array.from({ length: 60 }, () => words('value\nin lines'.repeat(20)))],
  )
  const cut = resultText(wide)
  expect(cut.length).toBeLessThanOrEqual(maxResultText)
  expect(cut).toMatch(/\(\d+ more columns to the right\)$/)
})

test('plans, changes and errors are text as well', () => {
  const plan: SqlResult = {
    kind: 'plan',
    sql: 'select',
    rows: [
      { id: 2, parent: 0, detail: 'SCAN t' },
      { id: 5, parent: 2, detail: 'LIST SUBQUERY 1' },
      { id: 9, parent: 77, detail: 'USE TEMP B-TREE FOR ORDER BY' },
    ],
  }
  expect(resultText(plan)).toBe('Query plan\n- SCAN t\n  - LIST SUBQUERY 1\n- USE TEMP B-TREE FOR ORDER BY')
  expect(resultText({ kind: 'done', statements: 1, changedRows: 0 })).toBe('Done')
  expect(resultText({ kind: 'done', statements: 2, changedRows: 1 })).toBe('2 statements done, 1 row changed')
  expect(resultText({ kind: 'error', sql: '', message: 'no such table: t', offset: 3 })).toBe('Error: no such table: t')
})
