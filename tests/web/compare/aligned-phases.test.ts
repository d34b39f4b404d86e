import { expect, test } from 'vitest'
import { alignedPhases } from '../../../web/compare/aligned-phases.ts'

const phases = (...ids: string[]) => ids.map((id, at) => ({ id, title: id.toUpperCase(), turns: at + 1, words: 10 }))
const shown = (first: string[], second: string[]) =>
  alignedPhases(phases(...first), phases(...second)).map((one) => [one.id, one.first !== null, one.second !== null])

test('phases of two attempts stand beside one another, and one that only one reached stands alone', () => {
  expect(shown(['intro', 'design', 'close'], ['intro', 'depth', 'close'])).toEqual([
    ['intro', true, true],
    ['depth', false, true],
    ['design', true, false],
    ['close', true, true],
  ])
  expect(shown([], ['a', 'b'])).toEqual([
    ['a', false, true],
    ['b', false, true],
  ])
  expect(shown(['a', 'b'], ['c', 'a'])).toEqual([
    ['c', false, true],
    ['a', true, true],
    ['b', true, false],
  ])
  expect(alignedPhases(phases('a'), phases('b', 'a'))[1]).toMatchObject({ title: 'A', first: { turns: 1 }, second: { turns: 2 } })
})
