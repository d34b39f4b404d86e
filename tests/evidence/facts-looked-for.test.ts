import { expect, test } from 'vitest'
import type { Fact } from '#src/domain/guide.ts'
import { factsLookedFor } from '#src/evidence/facts-looked-for.ts'
import { lexicon, phrases } from '../interviewer/fixtures.ts'

const facts: Fact[] = [
  { id: 'deploys', asked: ['deploy* | release* + when | last | any | what'], fact: 'Release 7 went out at noon, the log says.' },
  { id: 'errors', asked: ['log | logs | exception*', 'what + error'], fact: 'Nine in ten are timeouts.' },
  { id: 'pool', asked: ['connection* | pool + how many | full | in use'], fact: 'All connections are in use.' },
  { id: 'trace', asked: ['trace*', 'where + time'], fact: 'Four seconds in one call.' },
  { id: 'rates', asked: ['how many + in | out | per second'], fact: 'Forty a second come in.' },
  { id: 'per-region', asked: ['which | per + region*'], fact: 'One region of three.' },
]
const words = {
  requests: phrases['fact-wanted'] ?? [],
  looks: phrases['looked-for'] ?? [],
  notNow: phrases['looked-for-later'] ?? [],
  asAsked: phrases['looked-for-asks']?.[0] ?? '',
}
const looked = (sentence: string) => factsLookedFor(sentence, { facts, lexicon, words })

test.each([
  ['Show me the requests by region.', ['per-region']],
  ["I'd look at the deploy log first.", ['deploys']],
  ['Let me check connection counts.', ['pool']],
  ['First thing I do is pull up the exceptions.', ['errors']],
  ['The pool is not it, so next I look at a trace.', ['trace']],
  ['Checking the release history.', ['deploys']],
  ["I'd look at one request in a sandbox.", []],
  ['A trace of a slow request, please.', ['trace']],
  ['Now the cause of it: show me the exceptions.', ['errors']],
  ["I'd look at a trace and the logs, then check the last deploy.", ['trace', 'errors', 'deploys']],
])('%s wants to be shown what it names, in its order', (sentence, ids) => {
  expect(looked(sentence)).toEqual(ids)
})

test.each([
  'The logs say that the pool is exhausted.',
  'I would roll back the release and tell support.',
  'I would add an alert on connections in use.',
  'We should not look at the logs again.',
  "After the rollback I'd check the exceptions.",
  'I see that all connections are in use.',
  'The graphs then show me the connections.',
  "I'd check whether the errors drop.",
  'I looked at the deploys and found release 7.',
  'Next time somebody should look at the trace before a release.',
])('%s does not', (sentence) => {
  expect(looked(sentence)).toEqual([])
})
