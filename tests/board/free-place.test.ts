import { expect, test } from 'vitest'
import { freePlace } from '#src/board/free-place.ts'
import type { Box } from '#src/board/geometry.ts'

const size = { width: 160, height: 80 }
const boxAt = ({ x, y }: { x: number; y: number }): Box => ({ left: x, top: y, right: x + size.width, bottom: y + size.height })
const overlap = (a: Box, b: Box) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

test('the first part stands in the middle of the view, on the grid', () => {
  expect(freePlace([], { near: { x: 407, y: 293 }, ...size })).toEqual({ x: 320, y: 260 })
})

test('a second part in the same view goes to the right of the first', () => {
  expect(freePlace([boxAt({ x: 320, y: 260 })], { near: { x: 400, y: 300 }, ...size })).toEqual({ x: 600, y: 260 })
})

test('a third goes beneath the first', () => {
  const taken = [boxAt({ x: 320, y: 260 }), boxAt({ x: 600, y: 260 })]
  expect(freePlace(taken, { near: { x: 400, y: 300 }, ...size })).toEqual({ x: 320, y: 400 })
})

test('however many parts are put into one view, none covers another and all stand on the grid', () => {
  const taken: Box[] = []
  for (let count = 0; count < 60; count++) {
    const place = freePlace(taken, { near: { x: 400, y: 300 }, ...size })
    expect(taken.some((box) => overlap(box, boxAt(place)))).toBe(false)
    expect([place.x % 20, place.y % 20].map(Math.abs)).toEqual([0, 0])
    taken.push(boxAt(place))
  }
})

test('where everything around is taken the part stands beside it', () => {
  const wall: Box = { left: -9_000, top: -9_000, right: 9_000, bottom: 9_000 }
  expect(freePlace([wall], { near: { x: 0, y: 0 }, ...size }).x).toBeGreaterThan(wall.right)
})
