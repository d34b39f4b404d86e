import { expect, test } from 'vitest'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint } from '#src/evidence/judge-check.ts'
import { shippedLexicon } from '../support/content-files.ts'

const shown = (said: string) =>
  judgeKeyPoint(
    { id: 'ending', shows: ['in the end', 'shipped'], partly: undefined },
    groundOf({
      candidateSaid: [{ turn: 2, text: said }],
      interviewerSaid: [{ turn: 1, text: 'How did it end?' }],
      lexicon: shippedLexicon(),
    }),
  )

test("the interviewer's words in a sentence do not hide what it says besides", () => {
  expect(shown('In the end we shipped it two days late.').verdict).toBe('yes')
})

test("the interviewer's words alone show nothing", () => {
  expect(shown('In the end it was like that.')).toEqual({ verdict: null, matches: [], demoted: true })
})

const point = { id: 'list-cut', shows: ['cut* + list', 'list + ahead of'], partly: undefined }
const shownOf = (text: string, artifact?: string) =>
  judgeKeyPoint(
    point,
    groundOf({
      candidateSaid: [{ turn: 2, text, ...(artifact !== undefined && { artifact }) }],
      interviewerSaid: [{ turn: 1, text: 'How do you go about it?' }],
      lexicon: shippedLexicon(),
    }),
  ).verdict

test('a sentence with no room for more than the name of a thing shows it in part', () => {
  expect(shownOf('We cut the list.')).toBe('partly')
  expect(shownOf('We cut the list behind the last one that is due.')).toBe('yes')
})

test('notes with a figure or a sign, questions and code may be as short', () => {
  for (const text of ['cut list: rest stays', 'cut list in 2', 'Cut the list?']) expect(shownOf(text)).toBe('yes')
  expect(shownOf('cut(list)', 'pad-1')).toBe('yes')
})

test('what one sentence names and another explains is shown', () => {
  expect(shownOf('We cut the list. Whatever is ahead of the first later one leaves the list with it.')).toBe('yes')
})
