import { expect, test } from 'vitest'
import { harmlessScene } from '#src/board/harmless-scene.ts'

const coloured = (strokeColor: unknown, backgroundColor: unknown) => {
  const element = { id: 'a', type: 'rectangle', x: 0, y: 0, width: 9, height: 9, strokeColor, backgroundColor }
  const [kept] = harmlessScene({ elements: [element] }).scene.elements
  return [kept?.strokeColor, kept?.backgroundColor]
}

test.each([
  ['#1e1e1e', 'transparent'],
  ['#FFF', 'rgba(10, 20, 30, 0.5)'],
  ['red', 'hsl(120, 50%, 50%)'],
  [undefined, null],
])('colours as an editor writes them stay: %s, %s', (stroke, background) => {
  expect(coloured(stroke, background)).toEqual([stroke, background])
})

test.each(['url(http://elsewhere.example/a)', 'u\\72l(//elsewhere.example)', 'var(--x, url(a))', { a: 1 }, ''])(
  'a colour that could be fetched, or is none, gives way: %j',
  (odd) => {
    expect(coloured(odd, odd)).toEqual(['#1e1e1e', 'transparent'])
  },
)
