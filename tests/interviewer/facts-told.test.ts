import { expect, test } from 'vitest'
import { guideSchema } from '#src/domain/guide.ts'
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
  expect(withFactsTold(answer, { text, guide: guideSchema.parse({ facts }) })).toEqual(move)
})

test('so it is with facts that are told on the way into another part', () => {
  const move: Move = { kind: 'next-phase', phase: 2, facts: ['freshness', 'parcels'] }
  const text = 'Yesterday must be right by nine. On to the design, for about 9 minutes.'
  expect(withFactsTold(move, { text, guide: guideSchema.parse({ facts }) })).toEqual({
    kind: 'next-phase',
    phase: 2,
    partly: ['freshness'],
  })
})

test.each([
  ['After six minutes the old release is back everywhere.', 'roll-back'],
  ['No request has failed since then.', 'roll-back'],
  ['Nothing stands out there.', null],
])('a step was taken when anything of it was told: "%s"', (text, fact) => {
  const seen = 'After six minutes the old release is back everywhere. No request has failed since, and buying takes four seconds.'
  const guide = guideSchema.parse({ facts, steps: [{ id: 'roll-back', taken: ['roll back'], seen }] })
  expect(withFactsTold({ kind: 'answer', fact: 'roll-back' }, { text, guide })).toEqual({ kind: 'answer', fact })
})
