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
  ['Yesterday must be right by nine. And there are two million parcels a day.', { kind: 'answer', fact: 'parcels' }],
  ["Today's figures may be a quarter of an hour old.", { kind: 'answer', fact: null }],
] as const)('what was told in half stays to be asked for: "%s"', (text, move) => {
  expect(withFactsTold(answer, { text, guide: guideSchema.parse({ facts }) })).toEqual(move)
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
