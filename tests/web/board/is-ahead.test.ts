import { expect, test } from 'vitest'
import { isAhead } from '../../../web/board/is-ahead.ts'

test('a board is ahead of the room while it is not stored, and until the room was told of it', () => {
  expect(isAhead({ kind: 'changed' }, 4)).toBe(true)
  expect(isAhead({ kind: 'not-saved', why: 'The server did not answer.' }, 4)).toBe(true)
  expect(isAhead({ kind: 'saved', revision: 5 }, 4)).toBe(true)
  expect(isAhead({ kind: 'saved', revision: 1 }, null)).toBe(true)
  expect(isAhead({ kind: 'saved', revision: 5 }, 5)).toBe(false)
})

test('another tab’s newer board, an empty one and one that is over are not ahead', () => {
  expect(isAhead({ kind: 'saved', revision: 5 }, 6)).toBe(false)
  expect(isAhead({ kind: 'empty' }, null)).toBe(false)
  expect(isAhead({ kind: 'loading' }, null)).toBe(false)
  expect(isAhead({ kind: 'closed' }, 6)).toBe(false)
})
