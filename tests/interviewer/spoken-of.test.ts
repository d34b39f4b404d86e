import { expect, test } from 'vitest'
import { claimIn, pointsBack } from '#src/interviewer/quote.ts'
import { pointedBackTo, spokenOf } from '#src/interviewer/spoken-of.ts'
import { lexicon, parcelGuide } from './fixtures.ts'

const questionText = 'Design a service that shows customers where their parcel is.'

test('finds the sentence that speaks of a point, whether it shows it or not, and none for a point that was not spoken of', () => {
  const said = 'We have vans. A scanner that was offline for hours uploads its scans late. The rest is simple.'
  const spoken = spokenOf(said, { guide: parcelGuide, questionText })
  expect(spoken.get('late-scans')).toBe('A scanner that was offline for hours uploads its scans late.')
  expect(spoken.has('leaves-out')).toBe(false)
})

test.each([
  ['The cost depends on what is alive.', 'The cost depends on what is alive'],
  ['In plain terms, the queue is in another database.', 'the queue is in another database'],
  ['If each takes a hundred milliseconds.', null],
  ['Sessions stored with device and hash.', null],
  ['It is.', null],
])('of %j the claim is %j', (sentence, claim) => {
  expect(claimIn(sentence)).toBe(claim)
})

test('a question that points back is about the latest decision, before the latest statement', () => {
  expect(pointedBackTo('I would choose Postgres for the orders. The traffic is small at night.', lexicon)).toBe(
    'I would choose Postgres for the orders',
  )
  expect(pointedBackTo('Which one? In plain terms.', lexicon)).toBeNull()
})

test.each([
  ['When is that not true?', true],
  ['Why that way here, and not another?', true],
  ['How did you know that it had worked?', false],
  ['Which changes would you simply overwrite?', false],
  ['The worker died before it could write that down. What happens next?', false],
  ['What will you not build in this round?', false],
])('%j points back: %j', (ask, points) => {
  expect(pointsBack(ask)).toBe(points)
})
