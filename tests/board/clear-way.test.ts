import { describe, expect, test } from 'vitest'
import { clearWay } from '#src/board/clear-way.ts'
import type { Box } from '#src/board/geometry.ts'
import { addPart, connect } from '#src/board/outline.ts'
import type { SceneElement } from '#src/board/scene.ts'
import { box, rectangle } from './drawn.ts'

const boxAt = (left: number, top: number): Box => ({ left, top, right: left + 100, bottom: top + 60 })
const [a, b, c] = [boxAt(0, 0), boxAt(200, 0), boxAt(400, 0)]

describe('the way of an arrow', () => {
  test.each<[string, { from: Box; to: Box; others: Box[] }, [number, number][]]>([
    ['is straight where nothing stands', { from: a, to: b, others: [c] }, []],
    ['is straight where something stands close by', { from: a, to: c, others: [boxAt(200, 70)] }, []],
    [
      'goes over what stands between',
      { from: a, to: c, others: [b] },
      [
        [50, -30],
        [450, -30],
      ],
    ],
    [
      'goes beneath where there is no way above',
      { from: a, to: c, others: [b, boxAt(200, -80)] },
      [
        [50, 90],
        [450, 90],
      ],
    ],
    ['goes around one corner', { from: a, to: boxAt(400, 400), others: [boxAt(200, 200)] }, [[450, 30]]],
    [
      'goes beside what stands between above and below',
      { from: a, to: boxAt(0, 400), others: [boxAt(0, 200)] },
      [
        [-30, 30],
        [-30, 430],
      ],
    ],
    [
      'does not come back through the part that it left',
      {
        from: { left: 0, top: 0, right: 400, bottom: 60 },
        to: { left: 350, top: 200, right: 390, bottom: 240 },
        others: [{ left: 240, top: 80, right: 300, bottom: 150 }],
      },
      [[200, 220]],
    ],
    [
      'does not go through the part that it leads to',
      {
        from: { left: 350, top: 200, right: 390, bottom: 240 },
        to: { left: 0, top: 0, right: 400, bottom: 60 },
        others: [{ left: 240, top: 80, right: 300, bottom: 150 }],
      },
      [[200, 220]],
    ],
    [
      'is straight where nothing else helps',
      {
        from: a,
        to: c,
        others: [b, { left: -500, top: 61, right: 900, bottom: 900 }, { left: -500, top: -900, right: 900, bottom: -10 }],
      },
      [],
    ],
  ])('%s', (_name, { from, to, others }, expected) => {
    expect(clearWay({ from, to }, others).map(({ x, y }) => [x, y])).toEqual(expected)
  })
})

const cornersOf = (elements: readonly SceneElement[]) =>
  (elements.findLast(({ type }) => type === 'arrow')?.points?.length ?? 0) - 2
const maker = { id: () => `new-${made++}`, number: () => 1, now: () => 1 }
let made = 0

test('an arrow of the outline goes around the parts between, with its words on the way', () => {
  const row = ['Client', 'Queue', 'Worker'].reduce<SceneElement[]>(
    (all, label) => addPart(all, { kind: 'service', label, maker }),
    [],
  )
  const [first, , last] = row.filter(({ type }) => type === 'rectangle')
  const drawn = connect(row, { from: first?.id ?? '', to: last?.id ?? '', label: 'asks', maker })
  expect(cornersOf(drawn)).toBe(2)
  const words = drawn.find(({ text }) => text === 'asks')
  expect((words?.y ?? 0) + (words?.height ?? 0) / 2).toBe((first?.y ?? 0) - 30)
})

test('what is in a part, or holds it, is not in its way', () => {
  const zone = rectangle('zone', [-50, -50, 700, 300])
  const parts = [zone, ...box('a', 'A', [0, 0, 100, 60]), ...box('b', 'B', [400, 0, 100, 60])]
  expect(cornersOf(connect(parts, { from: 'a', to: 'b', maker }))).toBe(0)
})
