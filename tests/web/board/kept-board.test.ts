import { expect, test } from 'vitest'
import { keptBoard } from '../../../web/board/kept-board.ts'
import { element } from './elements.ts'

function area() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

test('a drawing is kept for each interview with everything its elements have, until it is stored', () => {
  const storage = area()
  const kept = keptBoard('one', storage)
  kept.keep([element('a', { points: [[0, 0]] })])
  expect(keptBoard('one', storage).read()).toEqual([element('a', { points: [[0, 0]] })])
  expect(keptBoard('other', storage).read()).toBeNull()
  kept.clear()
  expect(kept.read()).toBeNull()
})

test('what cannot be read is not brought back', () => {
  const storage = area()
  for (const text of ['{', '{}', '[{"id":1}]']) {
    storage.items.set('hotseat.board.one', text)
    expect(keptBoard('one', storage).read()).toBeNull()
  }
})
