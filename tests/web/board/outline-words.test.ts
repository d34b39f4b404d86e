import { expect, test } from 'vitest'
import { readBoard } from '#src/board/read-board.ts'
import { edgeSaid, edgeWords, kindWords, namesOf, unreadWords } from '../../../web/board/outline-words.ts'
import { arrow, box } from '../../board/drawn.ts'

const board = readBoard({
  elements: [
    ...box('a', 'Service', [0, 0]),
    ...box('b', 'Service', [400, 0]),
    ...box('c', 'Cache', [800, 0]),
    arrow('bound', [164, 40, 396, 40], { from: 'a', to: 'b' }),
    arrow('near', [564, 40, 796, 40], { from: 'b' }),
    arrow('loose', [800, 900, 1200, 900]),
  ],
})
const names = namesOf(board)
const edge = (id: string) => {
  const found = board.edges.find((one) => one.id === id)
  if (found === undefined) throw new Error(`the board has no arrow ${id}`)
  return found
}

test('a part is called by its label, and by its number too when another has the same', () => {
  expect([names.get('a'), names.get('b'), names.get('c')]).toEqual(['Service (n1)', 'Service (n2)', 'Cache'])
})

test('a part without a label is called by what it is', () => {
  const { nodes, frames } = readBoard({ elements: box('a', '', [0, 0]) })
  expect([...namesOf({ nodes, frames }).values()]).toEqual(['Rectangle n1'])
  expect(kindWords({ kind: 'load-balancer', shape: 'diamond' })).toBe('Load balancer')
})

test('an arrow says where it goes, which end only lies near, and which lies nowhere', () => {
  expect(edgeWords(edge('bound'), names)).toBe('Service (n1) → Service (n2)')
  expect(edgeWords(edge('near'), names)).toBe('Service (n2) → Cache (near, not attached)')
  expect(edgeWords(edge('loose'), names)).toBe('loose end → loose end')
})

test('a screen reader hears words for arrows', () => {
  expect(edgeSaid(edge('bound'), names)).toBe('Service (n1) to Service (n2)')
  expect(edgeSaid({ ...edge('bound'), direction: 'both' }, names)).toBe('Service (n1) to and from Service (n2)')
  expect(edgeSaid({ ...edge('bound'), direction: 'none' }, names)).toBe('Service (n1) joined to Service (n2)')
})

test('what stands in no list is counted', () => {
  expect(unreadWords({ strokes: 2, pictures: 0, lines: 1, others: 0 })).toBe('Not listed: 2 freehand strokes, 1 line.')
  expect(unreadWords({ strokes: 0, pictures: 0, lines: 0, others: 0 })).toBe('')
})
