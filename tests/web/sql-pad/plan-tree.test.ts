import { expect, test } from 'vitest'
import { planTree } from '../../../web/sql-pad/plan-tree.ts'

test('lines of a plan stand under their parents, in their order', () => {
  const rows = [
    { id: 3, parent: 0, detail: 'MATERIALIZE a' },
    { id: 7, parent: 3, detail: 'SCAN t' },
    { id: 9, parent: 3, detail: 'USE TEMP B-TREE FOR ORDER BY' },
    { id: 12, parent: 0, detail: 'SCAN a' },
  ]
  expect(planTree(rows)).toEqual([
    {
      id: 3,
      detail: 'MATERIALIZE a',
      children: [
        { id: 7, detail: 'SCAN t', children: [] },
        { id: 9, detail: 'USE TEMP B-TREE FOR ORDER BY', children: [] },
      ],
    },
    { id: 12, detail: 'SCAN a', children: [] },
  ])
  expect(planTree([])).toEqual([])
})
