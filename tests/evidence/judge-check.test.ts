import { expect, test } from 'vitest'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint } from '#src/evidence/judge-check.ts'
import { shippedLexicon } from '../support/content-files.ts'

const shown = (said: string) =>
  judgeKeyPoint(
    { shows: ['in the end', 'shipped'], partly: undefined },
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
