import { describe, expect, it } from 'vitest'
import type { AskedReview } from '#src/domain/review.ts'
import type { ReviewMark } from '../../../web/review/review-marks.ts'
import { nextStop, stopsOf } from '../../../web/review/stops.ts'

const mark = (id: string, over: Partial<ReviewMark>): ReviewMark => ({
  id,
  turn: 2,
  artifact: null,
  start: 0,
  end: 5,
  criteria: [],
  kind: 'quote',
  ...over,
})
const asked = (turn: number): AskedReview => ({
  turn,
  move: 'probe',
  probe: 'specify',
  after: 'A figure.',
  check: null,
  raisedBy: null,
  isGuess: false,
  isAboveBar: false,
  answer: null,
})

const stops = stopsOf(
  [
    mark('late', { turn: 4, start: 9 }),
    mark('pad', { turn: 2, artifact: 'pad-1' }),
    mark('pointed-at', { turn: 2, kind: 'place' }),
    mark('note', { turn: 2, start: 3, kind: 'note' }),
    mark('first', { turn: 2 }),
  ],
  [asked(3)],
)

describe('places to walk to', () => {
  it('are quotes, notes and what was asked, in the order of the transcript; what is only pointed at is none', () => {
    expect(stops.map(({ id, kind }) => [id, kind])).toEqual([
      ['first', 'quote'],
      ['note', 'note'],
      ['pad', 'quote'],
      ['asked-3', 'asked'],
      ['late', 'quote'],
    ])
  })

  it.each<[string | null, number, 1 | -1, string]>([
    ['first', 1, 1, 'note'],
    ['asked-3', 1, -1, 'pad'],
    ['late', 1, 1, 'late'],
    ['first', 1, -1, 'first'],
    [null, 3, 1, 'asked-3'],
    [null, 3, -1, 'pad'],
    [null, 9, 1, 'late'],
    [null, 1, -1, 'first'],
    ['gone-by-the-filter', 4, 1, 'late'],
  ])('from %s, reading turn %i, a step of %i leads to %s', (active, reading, step, expected) => {
    expect(nextStop(stops, { active, reading, step })?.id).toBe(expected)
  })

  it('are none where nothing is marked', () => {
    expect(nextStop([], { active: null, reading: 1, step: 1 })).toBeUndefined()
  })
})
