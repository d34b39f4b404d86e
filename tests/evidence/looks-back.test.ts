import { beforeAll, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { type LookBack, looksBack } from '#src/evidence/looks-back.ts'
import { shippedContent } from '../support/shipped-content.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

function lookOf(said: string): LookBack | null {
  const { phrases, lexicon, questions } = content
  const steps = questions.find(({ id }) => id === 'sudden-500s')?.guide.steps ?? []
  return looksBack(said, { steps, lexicon, phrases })
}

test.each([
  ['Show me a trace from before the rollback.', 'Show me a trace', ['roll-back']],
  ['What did the error rate look like before?', 'What did the error rate look like?', []],
  ['How many connections were in use before we restarted the pods?', 'How many connections were in use?', ['restart']],
  ['Before the rollback, what did the latency look like?', 'what did the latency look like?', ['roll-back']],
  ['What were the errors previously?', 'What were the errors?', []],
  ['Give me the logs before that.', 'Give me the logs', []],
])('"%s" looks back', (said, lookedAt, steps) => {
  expect(lookOf(said)).toEqual({ lookedAt, steps, toStart: false, andNow: false })
})

test.each(['What was the error rate at 14:15, before the rollback?', 'How slow was it at the beginning?'])(
  '"%s" looks back to the start',
  (said) => {
    expect(lookOf(said)?.toStart).toBe(true)
  },
)

test.each(['What is the latency now, and what was it before?', 'How did latency compare before and after?'])(
  '"%s" wants to know both',
  (said) => {
    expect(lookOf(said)?.andNow).toBe(true)
  },
)

test.each([
  'Is the error rate lower than before?',
  'What is the error rate?',
  'Before I roll back, show me the pool.',
  'Was anything deployed earlier today?',
  'Is everything as before?',
  'I would look at the pool before I do anything.',
  'Show me the trace before the next step.',
])('"%s" does not look back', (said) => {
  expect(lookOf(said)).toBeNull()
})

test('in a question without steps nothing can be looked back past', () => {
  const { phrases, lexicon } = content
  expect(looksBack('What was the rate before?', { steps: [], lexicon, phrases })).toBeNull()
})
