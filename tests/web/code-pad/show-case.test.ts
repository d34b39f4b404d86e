import { expect, test } from 'vitest'
import type { Case } from '#src/domain/run-case.ts'
import { shownCase, writtenCalls } from '../../../web/code-pad/show-case.ts'

const queue: Case = {
  name: 'first in, first out',
  new: [2],
  calls: [
    { call: 'push', with: [{ id: 'a' }] },
    { call: 'pop', with: [], gives: { id: 'a' } },
    { call: 'pop', with: [], throws: 'empty' },
  ],
}
const written = writtenCalls('Queue', queue)

test('calls are written as code', () => {
  expect(written).toEqual(['new Queue(2)', 'push({ id: "a" })', 'pop()', 'pop()'])
  expect(writtenCalls('sum', { name: 'adds up', calls: [{ with: [[1, 2]], gives: 3 }] })).toEqual(['sum([1, 2])'])
})

test('a failure shows the calls up to it, what was expected and what came', () => {
  const wrong = { kind: 'failed', at: 1, happened: { kind: 'returned', value: undefined } } as const
  expect(shownCase(queue, written, wrong)).toEqual({
    kind: 'failed',
    calls: ['new Queue(2)', 'push({ id: "a" })', 'pop()'],
    expected: '{ id: "a" }',
    actual: 'undefined',
    places: [],
  })
  const silent = { kind: 'failed', at: 2, happened: { kind: 'returned', value: null } } as const
  expect(shownCase(queue, written, silent)).toMatchObject({ expected: 'an error with "empty"', actual: 'null' })
})

test('what could not be constructed, and a method that is not there, say so', () => {
  const error = Object.assign(new TypeError('no'), { stack: 'TypeError: no\n    at new Queue (pad.js:2:3)' })
  const unmade = { kind: 'failed', at: null, happened: { kind: 'threw', error } } as const
  expect(shownCase(queue, written, unmade)).toEqual({
    kind: 'failed',
    calls: ['new Queue(2)'],
    expected: 'an object',
    actual: 'threw TypeError: no',
    places: [{ line: 2, within: 'Queue' }],
  })
  expect(shownCase(queue, written, { kind: 'no-method', at: 0 })).toMatchObject({ actual: 'there is no method push' })
})
