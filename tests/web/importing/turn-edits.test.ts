import { expect, test } from 'vitest'
import { changesOf, editable, withJoin, withPiece, withSplit } from '../../../web/importing/turn-edits.ts'

const transcript = {
  turns: [
    { turn: 1, speaker: 'interviewer' as const, text: 'Where would you start?' },
    { turn: 2, speaker: 'candidate' as const, text: 'With the reads. And how many? A million.' },
    { turn: 3, speaker: 'candidate' as const, text: 'Then I need a cache.' },
  ],
}
const stored = editable(transcript)

test('nothing is changed until something differs', () => {
  expect(changesOf(stored, transcript)).toEqual([])
  const changed = withPiece(stored, 0, 0, { text: 'Where do you start?' })
  expect(changesOf(changed, transcript)).toEqual([
    { first: 1, last: 1, becomes: [{ speaker: 'interviewer', text: 'Where do you start?' }] },
  ])
  expect(changesOf(withPiece(changed, 0, 0, { text: 'Where would you start? ' }), transcript)).toEqual([])
})

test('a turn is split between the speakers, twice too, and put together again', () => {
  const once = withSplit(stored, 1, 0, 'With the reads.'.length)
  const twice = withSplit(once, 1, 1, 'And how many?'.length)
  expect(changesOf(twice, transcript)).toEqual([
    {
      first: 2,
      last: 2,
      becomes: [
        { speaker: 'candidate', text: 'With the reads.' },
        { speaker: 'interviewer', text: 'And how many?' },
        { speaker: 'candidate', text: 'A million.' },
      ],
    },
  ])
  expect(withSplit(stored, 1, 0, 0)).toEqual(stored)
  expect(withJoin(twice, 1, 2)[1]?.becomes).toEqual([
    { speaker: 'candidate', text: 'With the reads.' },
    { speaker: 'interviewer', text: 'And how many?\n\nA million.' },
  ])
})

test('turns are joined with the one before, which says both; the first one is not', () => {
  expect(changesOf(withJoin(stored, 2, 0), transcript)).toEqual([
    {
      first: 2,
      last: 3,
      becomes: [{ speaker: 'candidate', text: 'With the reads. And how many? A million.\n\nThen I need a cache.' }],
    },
  ])
  expect(withJoin(stored, 0, 0)).toEqual(stored)
  expect(withJoin(withJoin(stored, 2, 0), 1, 0)).toHaveLength(1)
})
