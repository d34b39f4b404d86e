import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transcriptParts } from '#src/scoring/transcript-parts.ts'

const cut = (sizes: readonly number[], room: number) =>
  transcriptParts(
    sizes.map((size, at) => ({ at, size })),
    { sizeOf: ({ size }) => size, room },
  ).map((part) => part.map(({ at }) => at))

test('what fits is one part', () => {
  expect(cut([10, 10, 10], 30)).toEqual([[0, 1, 2]])
})

test('a part begins with the last exchange of the one before, as far as there is room for it', () => {
  expect(cut([10, 10, 10, 10, 10, 10], 40)).toEqual([
    [0, 1, 2, 3],
    [2, 3, 4, 5],
  ])
  expect(cut([10, 10, 25, 15], 40)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ])
})

test('a turn longer than a part is a part of its own', () => {
  expect(cut([10, 100, 10], 40)).toEqual([[0], [1], [2]])
})

test('every turn is read, in order, and no part of several turns is too long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 150 }),
      (sizes, room) => {
        const parts = cut(sizes, room)
        expect([...new Set(parts.flat())]).toEqual(sizes.map((_, at) => at))
        for (const part of parts) {
          expect(part).toEqual(part.map((_, at) => (part[0] ?? 0) + at))
          if (part.length > 1) expect(part.reduce((sum, at) => sum + (sizes[at] ?? 0), 0)).toBeLessThanOrEqual(room)
        }
      },
    ),
  )
})
