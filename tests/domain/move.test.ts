import { expect, test } from 'vitest'
import { moveSchema } from '#src/domain/move.ts'

test('a challenge stored before there were contradictions is read as it was', () => {
  const stored = { kind: 'challenge', misconception: 'clocks-agree' }
  expect(moveSchema.parse(stored)).toEqual(stored)
})

test('a challenge by two quotes is kept with their turns', () => {
  const stored = {
    kind: 'challenge',
    contradiction: { earlier: { turn: 2, quote: 'there is no cache' }, later: { turn: 6, quote: 'the cache holds it' } },
  }
  expect(moveSchema.parse(stored)).toEqual(stored)
})
