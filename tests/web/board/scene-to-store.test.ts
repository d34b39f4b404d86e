import { expect, test } from 'vitest'
import { maxSceneBytes, maxSceneElements } from '#src/domain/workspace.ts'
import type { KeptElement } from '../../../web/board/kept-element.ts'
import { sceneToStore } from '../../../web/board/scene-to-store.ts'
import { element } from './elements.ts'

const many = (count: number, more: (at: number) => Record<string, unknown> = () => ({})): KeptElement[] =>
  Array.from({ length: count }, (_, at) => element(`e${at}`, more(at)))
const stored = (elements: readonly KeptElement[], known: ReadonlySet<string> = new Set()) => {
  const fitting = sceneToStore(elements, known)
  if (fitting.kind !== 'fits') throw new Error(fitting.why)
  return fitting.scene.elements.map(({ id }) => id)
}

test('what was removed goes along when the server knew it, so that no tab brings it back', () => {
  const gone = element('gone', { isDeleted: true })
  expect(stored([element('a'), gone, element('never-sent', { isDeleted: true })], new Set(['gone']))).toEqual(['a', 'gone'])
})

test('pictures and embedded pages never go along', () => {
  expect(stored([element('a'), element('p', { type: 'image' }), element('q', { type: 'embeddable' })])).toEqual(['a'])
})

test('as many elements as the server takes are sent, and one more is said to be too many', () => {
  expect(stored(many(maxSceneElements))).toHaveLength(maxSceneElements)
  expect(sceneToStore(many(maxSceneElements + 1), new Set())).toEqual({
    kind: 'too-large',
    why: 'The board has 2,001 elements; at most 2,000 can be saved. Remove some.',
  })
})

test('of what was removed the oldest gives way to what stands', () => {
  const standing = many(maxSceneElements - 1)
  const removed = [element('old', { isDeleted: true, updated: 1 }), element('new', { isDeleted: true, updated: 2 })]
  const ids = stored([...removed, ...standing], new Set(['old', 'new']))
  expect(ids).toHaveLength(maxSceneElements)
  expect(ids).toContain('new')
})

test('a drawing that is too large in bytes is sent without what was removed, and otherwise said to be too large', () => {
  const long = (share: number) => 'ä'.repeat(Math.floor((maxSceneBytes / 2) * share))
  const removed = element('removed', { isDeleted: true, text: long(0.6) })
  expect(stored([element('a', { text: long(0.6) }), removed], new Set(['removed']))).toEqual(['a'])
  expect(sceneToStore([element('a', { text: long(1) })], new Set())).toMatchObject({ kind: 'too-large' })
})
