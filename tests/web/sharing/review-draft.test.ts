import { expect, test } from 'vitest'
import { parseDraft } from '../../../web/sharing/review-draft.ts'

const empty = { reviewer: '', ratings: {}, comments: [] }

test('a draft comes back as it was kept', () => {
  const draft = {
    reviewer: 'Ada ',
    ratings: { framing: 3, depth: 'cannot-say' },
    comments: [{ turn: 2, words: { start: 0, end: 4 }, text: 'Why?' }],
  }
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
})

test.each([null, '', 'not json', '[]', '{"reviewer":"Ada"}', '{"reviewer":"Ada","ratings":{"framing":7},"comments":[]}'])(
  'of %s nothing is made but an empty draft',
  (text) => {
    expect(parseDraft(text)).toEqual(empty)
  },
)
