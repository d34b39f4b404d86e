import { expect, test } from 'vitest'
import type { Attempt } from '#src/protocol/history.ts'
import { attemptPlace, quotePlace } from '../../../web/compare/attempt-place.ts'

const interview = { interview: 'a', redo: null, lines: [{ turn: 4, artifact: 'code', start: 7, line: 3 }] } as unknown as Attempt
const redo = { ...interview, redo: { criterion: 'depth', check: 'cost' }, lines: [] } satisfies Attempt
const quote = { turn: 4, start: 7, end: 9, quote: 'ab' }

test('a quote is placed by its turn, by what it stands in, and in code by its line', () => {
  expect(quotePlace(interview, quote)).toBe('turn 4')
  expect(quotePlace(interview, { ...quote, artifact: 'code' })).toBe('turn 4, code, line 3')
  expect(quotePlace(interview, { ...quote, artifact: 'board' })).toBe('turn 4, board')
  expect(quotePlace(redo, { ...quote, turn: 2 })).toBe('the new answer')
})

test('a turn leads into its scorecard, and an answer given again to where it was given', () => {
  expect(attemptPlace(interview, 4)).toEqual({ page: 'scorecard', interview: 'a', turn: 4 })
  expect(attemptPlace(redo, 2)).toEqual({ page: 'redo', interview: 'a', criterion: 'depth', check: 'cost' })
})
