import { expect, test } from 'vitest'
import { freePlace } from '#src/board/free-place.ts'
import type { Box } from '#src/board/geometry.ts'
import { nextInRow } from '#src/board/next-in-row.ts'

const size = { width: 160, height: 80 }
const view: Box = { left: 0, top: 0, right: 800, bottom: 600 }

function placed(count: number): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at < count; at++) {
    const { x, y } = freePlace(boxes, { near: nextInRow(boxes, { view, ...size }), ...size })
    boxes.push({ left: x, top: y, right: x + size.width, bottom: y + size.height })
  }
  return boxes
}

test('nine parts stand in rows from left to right, in the order in which they were put', () => {
  const boxes = placed(9)
  const tops = [...new Set(boxes.map(({ top }) => top))]
  expect(tops).toEqual(tops.toSorted((one, other) => one - other))
  const rows = tops.map((row) => boxes.filter(({ top }) => top === row).map(({ left }) => left))
  expect(rows.map(({ length }) => length)).toEqual([3, 3, 3])
  for (const row of rows) expect(row).toEqual(row.toSorted((one, other) => one - other))
})

test('the first part of an empty view stands in it, also where that is narrow', () => {
  const narrow = { left: 0, top: 0, right: 200, bottom: 300 }
  expect(nextInRow([], { view: narrow, ...size })).toEqual({ x: 100, y: 80 })
  expect(nextInRow([], { view, ...size })).toEqual({ x: 160, y: 150 })
})
