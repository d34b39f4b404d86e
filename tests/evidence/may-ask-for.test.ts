import { expect, test } from 'vitest'
import { mayAskForFacts } from '#src/evidence/may-ask-for.ts'
import { lexicon, phrases } from '../interviewer/fixtures.ts'

const wanting = phrases['fact-wanted'] ?? []
const asks = (text: string, observed = false) => mayAskForFacts(text, { observed, lexicon, wanting })

test.each([
  'Traffic?',
  'How many teams use it, and what do they do today. Then I begin.',
  'Show me the table definitions.',
  'I would like to know the peak.',
  "I'd still like to know the peak.",
  'Next I need to know the peak.',
])('%s may ask for facts', (text) => {
  expect(asks(text)).toBe(true)
})

test.each(['', 'The load is small, so one database carries it.', 'I put a queue between the two.'])(
  '%s asks for none',
  (text) => {
    expect(asks(text)).toBe(false)
  },
)

test('where a running system is looked at, what somebody looks at is asked for', () => {
  expect(asks('First the list of deployments, then the log of the workers.', true)).toBe(true)
})
