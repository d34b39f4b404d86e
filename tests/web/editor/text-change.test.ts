import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textChange } from '../../../web/editor/text-change.ts'

test.each([
  ['same', 'same', null],
  ['', 'new', { from: 0, to: 0, insert: 'new' }],
  ['one three', 'one two three', { from: 5, to: 5, insert: 'wo t' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['let a = 1', 'let b = 1', { from: 4, to: 5, insert: 'b' }],
])('%j to %j is the one change', (before, after, change) => {
  expect(textChange(before, after)).toEqual(change)
})

test('the change makes the one text of the other, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = textChange(before, after)
      const made = change === null ? before : before.slice(0, change.from) + change.insert + before.slice(change.to)
      expect(made).toBe(after)
    }),
  )
})
