import { expect, test } from 'vitest'
import { wordsPlace } from '#src/domain/words-place.ts'

const artifacts = [
  { id: 'board', kind: 'board' as const, text: 'Board: 1 part, 0 arrows\nParts:\nn1 "Cache"' },
  { id: 'code', kind: 'code' as const, text: 'first()\nsecond()\nthird()' },
]
const turns = [{ artifacts: [] }, { artifacts }]

test.each([
  ['in what was said', { turn: 2, start: 0 }, 'turn 2'],
  ['on a board', { turn: 2, artifact: 'board', start: 31 }, 'turn 2, board'],
  ['in the first line of code', { turn: 2, artifact: 'code', start: 3 }, 'turn 2, code, line 1'],
  ['in the last line of code', { turn: 2, artifact: 'code', start: 17 }, 'turn 2, code, line 3'],
  ['in an artifact that is not there', { turn: 1, artifact: 'code', start: 0 }, 'turn 1'],
  ['in a turn that is not there', { turn: 9, artifact: 'code', start: 0 }, 'turn 9'],
])('words %s have their place by turn, artifact and line', (_, words, place) => {
  expect(wordsPlace(words, turns)).toBe(place)
})
