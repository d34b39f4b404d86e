import { expect, test } from 'vitest'
import { keptStatements } from '../../../web/sql-pad/kept-statements.ts'
import type { SqlReply } from '../../../web/sql-pad/sql-thread.ts'
import { forgottenWords, redoneWords } from '../../../web/sql-pad/sql-words.ts'

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

test('that they were too long to be kept is known, for the database that they changed, until others take their place', () => {
  const storage = area()
  const kept = keptStatements('one', storage)
  kept.keep('', ['select 1'])
  kept.keep('', ['x'.repeat(600_000)])
  expect([kept.read(''), kept.read('create table a (b)')]).toEqual([null, []])
  expect([...storage.held.values()].join('').length).toBeLessThan(100)
  kept.keep('', ['select 2'])
  expect(kept.read('')).toEqual(['select 2'])
  kept.keep('', ['x'.repeat(600_000)])
  kept.keep('', [])
  expect(storage.held.size).toBe(0)
})

test('what is too long is said to be gone, and what the database has instead', () => {
  const why = 'what you had changed came to more than the 500,000 characters of SQL that are kept.'
  expect(forgottenWords('')).toBe(`The database is empty again after the reload: ${why}`)
  expect(forgottenWords('create table a (b)')).toBe(`The database has the question’s rows again after the reload: ${why}`)
})

test('what cannot be read is not there', () => {
  const storage = area()
  const kept = keptStatements('one', storage)
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
