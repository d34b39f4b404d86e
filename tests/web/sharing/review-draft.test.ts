import { expect, test } from 'vitest'
import { parseDraft, withOpen } from '../../../web/sharing/review-draft.ts'

const empty = { reviewer: '', ratings: {}, comments: [], open: {} }

test('a draft comes back as it was kept', () => {
  const draft = {
    reviewer: 'Ada ',
    ratings: { framing: 3, depth: 'cannot-say' },
    comments: [{ turn: 2, words: { start: 0, end: 4 }, text: 'Why?' }],
    open: { 4: { text: 'And', quote: '', words: null } },
  }
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
})

test.each([
  null,
  '',
  'not json',
  '[]',
  '{"reviewer":"Ada"}',
  '{"reviewer":"Ada","ratings":{"framing":7},"comments":[],"open":{}}',
])('of %s nothing is made but an empty draft', (text) => {
  expect(parseDraft(text)).toEqual(empty)
})

test('a comment begun takes the place of the one before on its turn, and is gone when it is thrown away', () => {
  const begun = (text: string) => ({ text, quote: '', words: null })
  const open = withOpen(withOpen(withOpen({}, 2, begun('a')), 3, begun('b')), 2, begun('c'))
  expect(open).toEqual({ 2: begun('c'), 3: begun('b') })
  expect(withOpen(open, 2, null)).toEqual({ 3: begun('b') })
  expect(withOpen(open, 9, null)).toEqual(open)
})
