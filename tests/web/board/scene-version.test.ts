import { expect, test } from 'vitest'
import { sceneVersion } from '../../../web/board/scene-version.ts'
import { element } from './elements.ts'

test('a drawing has another version when an element was added, changed, or changed twice in different ways', () => {
  const drawing = [element('a'), element('b')]
  const others = [[element('a')], [element('a'), element('b', { version: 2 })], [element('a'), element('b', { versionNonce: 8 })]]
  for (const other of others) expect(sceneVersion(other)).not.toBe(sceneVersion(drawing))
})

test('the order of elements is no difference', () => {
  const [a, b] = [element('a', { version: 3 }), element('b', { versionNonce: 9 })]
  expect(sceneVersion([a, b])).toBe(sceneVersion([b, a]))
})
