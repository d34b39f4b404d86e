import { expect, test } from 'vitest'
import type { Move } from '#src/domain/move.ts'
import { withFactsTold } from '#src/interviewer/facts-told.ts'

const facts = [
  {
    id: 'freshness',
    asked: ['how fresh'],
    fact: "Yesterday must be right by nine o'clock. Today's figures may be a quarter of an hour old.",
  },
  { id: 'parcels', asked: ['how many'], fact: 'Two million parcels a day.' },
]
const answer: Move = { kind: 'answer', fact: 'freshness', also: ['parcels'] }

test.each([
  ["Yesterday is right by nine, today's figures are a quarter of an hour old. Two million parcels a day.", answer],
  [
    'Yesterday must be right by nine. And there are two million parcels a day.',
    { kind: 'answer', fact: 'parcels', partly: ['freshness'] },
  ],
  ["Today's figures may be a quarter of an hour old.", { kind: 'answer', fact: null, partly: ['freshness'] }],
  ['There are two million parcels a day.', { kind: 'answer', fact: 'parcels' }],
] as const)('what was told in half stays to be asked for: "%s"', (text, move) => {
  expect(withFactsTold(answer, { text, facts, steps: [] })).toEqual(move)
})

test('so it is with facts that are told on the way into another part', () => {
  const move: Move = { kind: 'next-phase', phase: 2, facts: ['freshness', 'parcels'] }
  const text = 'Yesterday must be right by nine. On to the design, for about 9 minutes.'
  expect(withFactsTold(move, { text, facts, steps: [] })).toEqual({ kind: 'next-phase', phase: 2, partly: ['freshness'] })
})

test('a step is taken however little of what is then seen was told, and is not when nothing was', () => {
  const seen = [{ id: 'rule-back', asked: [], fact: 'New pages come as a miss. What was stored before is still handed out.' }]
  const step: Move = { kind: 'answer', fact: 'rule-back' }
  expect(withFactsTold(step, { text: 'New pages now come as a miss.', facts: seen, steps: ['rule-back'] })).toEqual(step)
  expect(withFactsTold(step, { text: 'That is done.', facts: seen, steps: ['rule-back'] })).toEqual({
    kind: 'answer',
    fact: null,
  })
})
