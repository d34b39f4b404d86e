import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardTextOf } from '#src/board/board-text.ts'
import type { Maker } from '#src/board/new-elements.ts'
import { addNote, addPart, connect, remove, rename, reverse } from '#src/board/outline.ts'
import { palette } from '#src/board/palette.ts'
import { readBoard } from '#src/board/read-board.ts'
import type { SceneElement } from '#src/board/scene.ts'
import { sceneOf } from './any-scene.ts'
import { arrow, box, diamond, ellipse, frame, rectangle, text, urlShortener } from './drawn.ts'

const linesOf = (elements: readonly SceneElement[]) => boardTextOf({ elements }).split('\n').slice(1)
const idOf = (elements: readonly SceneElement[], label: string) => {
  const { nodes, edges } = readBoard({ elements: [...elements] })
  return [...nodes, ...edges].find((one) => one.label === label)?.id ?? 'none'
}

describe('an outline', () => {
  test('adds the parts of the palette with their labels, none on another', () => {
    const maker = counting()
    const elements = palette.reduce<SceneElement[]>((all, { kind }) => addPart(all, { kind, maker }), [])
    const { nodes } = readBoard({ elements })
    expect(nodes.map(({ label, kind, inside }) => ({ label, kind, inside }))).toEqual(
      palette.map(({ kind, label }) => ({ label, kind, inside: null })),
    )
  })

  test('lets an arrow begin and end at the borders of its shapes, whatever their form', () => {
    const maker = counting()
    const startOf = (shape: SceneElement) => {
      const drawn = connect([shape, rectangle('b', [400, 400, 100, 100])], { from: 'a', to: 'b', maker })
      const { x = 0, y = 0 } = drawn.find(({ type }) => type === 'arrow') ?? {}
      return { x, y }
    }
    const halves = ({ x, y }: { x: number; y: number }) =>
      [(x - 50) / 50, (y - 50) / 50].map((half) => Math.round(half * 100) / 100)
    expect(halves(startOf(rectangle('a', [0, 0, 100, 100])))).toEqual([1.06, 1.06])
    expect(halves(startOf(ellipse('a', [0, 0, 100, 100])))).toEqual([0.76, 0.76])
    expect(halves(startOf(diamond('a', [0, 0, 100, 100])))).toEqual([0.56, 0.56])
  })

  test('connects parts with an arrow that is bound at both ends, and turns it around', () => {
    const maker = counting()
    const drawn = [...box('a', 'API', [0, 0]), ...box('b', 'Store', [400, 0])]
    const connected = connect(drawn, { from: 'a', to: 'b', label: 'writes', maker })
    expect(linesOf(connected)).toEqual(['Parts:', 'n1 "API"', 'n2 "Store"', 'Arrows:', 'n1 "API" -> n2 "Store": "writes"'])
    const turned = reverse(connected, { id: idOf(connected, 'writes'), maker })
    expect(linesOf(turned).at(-1)).toBe('n2 "Store" -> n1 "API": "writes"')
    expect(turned.find(({ id }) => id === 'a')).toMatchObject({
      x: 0,
      y: 0,
      boundElements: [{ type: 'text' }, { type: 'arrow' }],
    })
  })

  test('renames a part whose label is bound to it, lies in it or is not there yet', () => {
    const maker = counting()
    const drawn = [...box('a', 'API', [0, 0]), rectangle('b', [300, 0]), text('t', 'Store', [340, 30]), rectangle('c', [600, 0])]
    const renamed = ['a', 'b', 'c'].reduce((all, id) => rename(all, { id, label: `new ${id}`, maker }), drawn)
    expect(linesOf(renamed)).toEqual(['Parts:', 'n1 "new a"', 'n2 "new b"', 'n3 "new c"'])
    expect(linesOf(rename(renamed, { id: 'a', label: ' ', maker }))[1]).toBe('n1 (an unlabelled rectangle)')
  })

  test('renames a frame and a note, and labels an arrow', () => {
    const maker = counting()
    const drawn = [
      frame('f', 'old', [-50, -50, 900, 300]),
      ...box('a', 'API', [0, 0]),
      ...box('b', 'Store', [400, 0]),
      arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b' }),
      text('t', 'draft', [0, 900]),
    ]
    const renamed = rename(rename(rename(drawn, { id: 'f', label: 'EU', maker }), { id: 't', label: '5 GB', maker }), {
      ...{ id: 'x', label: 'reads', maker },
    })
    expect(linesOf(renamed)).toEqual(
      expect.arrayContaining(['f1 "EU" holds no part', '"5 GB"', 'n1 "API" -> n2 "Store": "reads"']),
    )
  })

  test('removes a part with its label and its arrows, and leaves everything else as it is', () => {
    const maker = counting()
    const drawn = urlShortener()
    const left = remove(drawn, { id: 'queue', maker })
    expect(left.filter(({ isDeleted }) => isDeleted === true).map(({ id }) => id)).toEqual(['queue', 'queue-label', 'a9'])
    expect(linesOf(left)).toContain('n6 "Redirect service" -> nothing')
    const unchanged = new Set(drawn)
    expect(left.filter((element) => unchanged.has(element)).length).toBe(drawn.length - 3)
  })

  test('adds a note', () => {
    expect(linesOf(addNote(urlShortener(), { text: '30 TB in five years', maker: counting() }))).toContain(
      '"30 TB in five years"',
    )
  })

  test('gives what it changes a higher version, and its own elements the fields that an editor wants', () => {
    const maker = counting()
    const [first] = addPart([], { kind: 'queue', maker })
    expect(first).toMatchObject({ version: 1, versionNonce: 3, updated: 4, isDeleted: false, groupIds: [], opacity: 100 })
    const [gone] = first === undefined ? [] : remove([first], { id: first.id, maker })
    expect(gone).toMatchObject({ version: 2, isDeleted: true })
  })
})

describe('for any drawing', () => {
  test('a new part and its arrow are read as they were asked for, and removing it leaves no part of it', () => {
    fc.assert(
      fc.property(sceneOf(), ({ elements }) => {
        const maker = counting()
        const first = addPart(elements, { kind: 'client', label: 'first new', maker })
        const added = addPart(first, { kind: 'worker', label: 'second new', maker })
        const [from, to] = [idOf(added, 'first new'), idOf(added, 'second new')]
        const connected = connect(added, { from, to, maker })
        const board = readBoard({ elements: connected })
        expect(board.edges.some((edge) => edge.from === from && edge.to === to && edge.toHold === 'bound')).toBe(true)
        const left = readBoard({ elements: remove(connected, { id: to, maker }) })
        expect(left.nodes.some(({ label }) => label === 'second new')).toBe(false)
        for (const { id } of elements) {
          rename(connected, { id, label: 'x', maker })
          remove(connected, { id, maker })
        }
      }),
    )
  })
})

function counting(): Maker {
  let count = 0
  const next = () => ++count
  return { id: () => `new${next()}`, number: next, now: next }
}
