import { expect, it } from 'vitest'
import type { Score } from '#src/domain/score.ts'
import { quoteWords } from '../../../web/scorecard/quote-words.ts'
import { runsWords, secondLookWords } from '../../../web/scorecard/second-look.ts'
import { usageWords } from '../../../web/scorecard/usage-words.ts'

const usage = { calls: 5, retries: 0, promptTokens: 21_300, completionTokens: 3100, unreported: 0 }
const score: Score = {
  kind: 'rated',
  criterion: 'depth',
  rating: 1,
  rationale: '',
  evidence: [],
  checks: [],
  byLevel: { junior: 1, mid: 1, senior: 1, lead: 1 },
}

it.each([
  [usage, '5 calls, 21,300 tokens in, 3,100 out.'],
  [{ ...usage, retries: 2, cost: 0.0764 }, '5 calls, 2 sent again, 21,300 tokens in, 3,100 out, cost 0.076 at the prices set.'],
  [{ ...usage, calls: 1, promptTokens: 0, completionTokens: 0, unreported: 1 }, '1 call, tokens not counted by the endpoint.'],
])('says what scoring took, and nothing that was not counted', (took, words) => {
  expect(usageWords(took)).toBe(words)
})

it.each([
  [
    { claimed: 42, verified: 41 },
    'Of 42 quotes that it claimed, 41 were found in your words. What was not found supports no rating.',
  ],
  [{ claimed: 42, verified: 42 }, 'Of 42 quotes that it claimed, all were found in your words.'],
  [{ claimed: 3, verified: 1 }, 'Of 3 quotes that it claimed, 1 was found in your words. What was not found supports no rating.'],
  [{ claimed: 1, verified: 1 }, 'The one quote that it claimed was found in your words.'],
  [{ claimed: 0, verified: 0 }, null],
])('says how many of the quotes claimed are there: %j', (count, words) => {
  expect(quoteWords(count)).toBe(words)
})

it('tells both ratings where two scorers are far apart, and the rating of each run', () => {
  const marked: Score = { ...score, secondLook: { scorer: 'rule-based@1', rating: 3, against: 1 }, runs: [1, null, 2] }
  expect(secondLookWords(marked)).toContain('the model gave 1, the written rules 3')
  expect(runsWords(marked)).toContain('Asked 3 times; alone the runs would have given 1, failed, 2.')
  expect([secondLookWords(score), runsWords(score)]).toEqual([null, null])
})
