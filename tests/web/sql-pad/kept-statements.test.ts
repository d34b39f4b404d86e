import { expect, test } from 'vitest'
import { keptStatements } from '../../../web/sql-pad/kept-statements.ts'
import type { SqlReply } from '../../../web/sql-pad/sql-thread.ts'
import { redoneWords } from '../../../web/sql-pad/sql-words.ts'

function area() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}

test('statements are kept for the database that they changed, until there are none', () => {
  const storage = area()
  const [kept, other] = [keptStatements('one', storage), keptStatements('two', storage)]
  kept.keep('create table a (b)', ['insert into a values (1)'])
  expect(kept.read('create table a (b)')).toEqual(['insert into a values (1)'])
  expect([kept.read('create table c (d)'), other.read('create table a (b)')]).toEqual([[], []])
  kept.keep('create table a (b)', [])
  expect(storage.held.size).toBe(0)
})

test('what is too long to be kept, or cannot be read, is not there', () => {
  const storage = area()
  const kept = keptStatements('one', storage)
  kept.keep('', ['select 1'])
  kept.keep('', ['x'.repeat(600_000)])
  expect(kept.read('')).toEqual([])
  storage.setItem('hotseat.sql-statements.one', '{"from": 3')
  expect(kept.read('')).toEqual([])
})

test.each<[string, Exclude<SqlReply, { kind: 'broken' }>]>([
  [
    'The database was built again after the reload: 2 statements of yours done anew.',
    { kind: 'answered', answer: { results: [], changes: ['a', 'b'], schema: [] } },
  ],
  [
    'After the reload 1 of 2 statements of yours were done anew. This one failed: drop table b (no such table: b)',
    {
      kind: 'answered',
      answer: {
        results: [{ kind: 'error', sql: 'drop  table b', message: 'no such table: b', offset: null }],
        changes: ['a'],
        schema: [],
      },
    },
  ],
  [
    'What you had changed before the page was loaded was not done again: it took longer than 5 seconds.',
    { kind: 'remade', because: 'timed-out', answer: { results: [], changes: [], schema: [] } },
  ],
])('it is said: %s', (words, reply) => {
  expect(redoneWords(reply, ['a', 'b'])).toBe(words)
})
