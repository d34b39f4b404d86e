import { expect, test } from 'vitest'
import { boardDifferences } from '#src/board/board-differences.ts'
import { boardTextOf } from '#src/board/board-text.ts'
import { boxes } from '../support/drawing.ts'
import { fullDrawing } from '../support/full-drawing.ts'

const none = { parts: [], arrows: [], notes: [] }
const board = (parts: readonly string[], arrows: readonly string[] = [], notes: readonly string[] = []) =>
  [
    `Board: ${parts.length} parts, ${arrows.length} arrows`,
    'Parts:',
    ...parts.map((label, at) => `n${at + 1} ${label}`),
    ...(arrows.length > 0 ? ['Arrows:', ...arrows] : []),
    ...(notes.length > 0 ? ['Notes:', ...notes] : []),
  ].join('\n')

test('parts, arrows and notes that stand on one board alone are told, by labels', () => {
  const first = board(
    ['"API"', '"Cache"', '"Orders"'],
    ['n1 "API" -> n2 "Cache": "reads"', 'n1 "API" -> n3 "Orders"'],
    ['"10k/s"'],
  )
  const second = board(['"Orders"', '"api"', '"Queue"'], ['n2 "api" -> n1 "Orders"', 'n2 "api" -> nothing'], ['"20k/s"'])
  expect(boardDifferences(first, second)).toEqual({
    first: { parts: ['“Cache”'], arrows: ['“API” to “Cache”, “reads”'], notes: ['“10k/s”'] },
    second: { parts: ['“Queue”'], arrows: ['“api” to nothing'], notes: ['“20k/s”'] },
    sharedParts: 2,
    isCut: false,
  })
  expect(boardDifferences(first, first)).toEqual({ first: none, second: none, sharedParts: 3, isCut: false })
})

test('of several parts with one label so many are told as the other lacks; unlabelled ones are known by their kind', () => {
  const first = board(['"Worker"', '"Worker"', '(an unlabelled rectangle) [queue]', '(an unlabelled ellipse)'])
  const second = board(['"Worker"', '(an unlabelled diamond)'])
  expect(boardDifferences(first, second)).toMatchObject({
    first: { parts: ['“Worker”', 'an unlabelled queue'] },
    second: none,
    sharedParts: 2,
  })
})

test('a line without a direction is the same from either end, an arrow is not', () => {
  const parts = ['"A"', '"B"']
  const [line, back] = [board(parts, ['n1 "A" -- n2 "B"']), board(parts, ['n2 "B" -- n1 "A"'])]
  expect(boardDifferences(line, back)).toMatchObject({ first: none, second: none })
  const arrows = [board(parts, ['n1 "A" -> n2 "B"']), board(parts, ['n2 "B" -> n1 "A"'])] as const
  expect(boardDifferences(...arrows)).toMatchObject({
    first: { arrows: ['“A” to “B”'] },
    second: { arrows: ['“B” to “A”'] },
  })
  const both = board(parts, ['n1 "A" <-> n2 "B"'])
  expect(boardDifferences(line, both)).toMatchObject({
    first: { arrows: ['a line between “A” and “B”'] },
    second: { arrows: ['both ways between “A” and “B”'] },
  })
})

test('real drawings are read, one that was cut says so, and other texts are no boards', () => {
  const [small, other] = [boardTextOf(boxes(['Ä', 'B'])), boardTextOf(boxes(['ä', 'C']))]
  expect(boardDifferences(small, other)).toMatchObject({ first: { parts: ['“B”'] }, second: { parts: ['“C”'] } })
  expect(boardDifferences(small, boardTextOf(fullDrawing()))?.isCut).toBe(true)
  expect(boardDifferences('client -> queue', small)).toBeNull()
})
