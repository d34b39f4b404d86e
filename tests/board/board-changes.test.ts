import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardChanges } from '#src/board/board-changes.ts'
import { boardText, boardTextOf } from '#src/board/board-text.ts'
import { readBoard } from '#src/board/read-board.ts'
import type { SceneElement } from '#src/board/scene.ts'
import { sceneOf } from './any-scene.ts'
import { arrow, box, frame, text } from './drawn.ts'

const api = box('a', 'API', [0, 100])
const store = box('b', 'Store', [400, 100])
const joined = arrow('x', [164, 140, 396, 140], { from: 'a', to: 'b' })

const changes: { name: string; before: SceneElement[] | null; after: SceneElement[]; says: string[] }[] = [
  { name: 'everything, when nothing was drawn before', before: null, after: api, says: ['new part n1 "API"'] },
  {
    name: 'a new part above all others and its arrow, and nothing of those whose numbers moved',
    before: [...api, ...store, joined],
    after: [...box('c', 'Client', [0, -100]), ...api, ...store, joined, arrow('y', [80, -16, 80, 96], { from: 'c', to: 'a' })],
    says: ['new part n1 "Client"', 'new arrow n1 "Client" -> n2 "API"'],
  },
  { name: 'a part that is gone', before: [...api, ...store], after: api, says: ['gone: "Store"'] },
  {
    name: 'a part with another label, told by its arrows',
    before: [...api, ...store, joined],
    after: [...api, ...box('b', 'Postgres', [400, 100]), joined],
    says: ['n2 "Postgres" was "Store"'],
  },
  {
    name: 'an arrow that was turned around',
    before: [...api, ...store, joined],
    after: [...api, ...store, { ...joined, startArrowhead: 'arrow', endArrowhead: null }],
    says: ['new arrow n2 "Store" -> n1 "API"', 'arrow gone: "API" -> "Store"'],
  },
  {
    name: 'one more of several parts with one label',
    before: [...box('a', 'worker', [0, 0]), ...box('b', 'worker', [300, 0])],
    after: [...box('a', 'worker', [0, 0]), ...box('b', 'worker', [300, 0]), ...box('c', 'worker', [600, 0])],
    says: ['new part n3 "worker"'],
  },
  {
    name: 'a note, and a part that is in a frame now',
    before: [...api, text('t', 'draft', [0, 400])],
    after: [
      frame('f', 'EU', [-50, 50, 300, 200]),
      ...api.map((element) => ({ ...element, frameId: 'f' })),
      text('t', '5 GB a day', [0, 400]),
    ],
    says: ['now n1 "API" in "EU"', 'new note "5 GB a day"', 'note gone: "draft"'],
  },
  {
    name: 'nothing of what was only moved',
    before: [...api, ...store, joined],
    after: [...box('a', 'API', [10, 90]), ...store, joined],
    says: [],
  },
]

describe('what changed on a board', () => {
  test.each(changes)('says $name', ({ before, after, says }) => {
    const said = boardChanges(before && boardTextOf({ elements: before }), boardTextOf({ elements: after }))
    expect(said === '' ? [] : said.split('\n')).toEqual(says)
  })

  test('of texts that no drawing gave is told by the line', () => {
    expect(boardChanges('client\ncache', 'client\nqueue')).toBe('new: queue\ngone: cache')
  })

  test('is nothing between a board and itself, and never fails', () => {
    fc.assert(
      fc.property(sceneOf(), sceneOf(), (one, other) => {
        const [before, after] = [boardText(readBoard(one)), boardText(readBoard(other))]
        expect(boardChanges(before, before)).toBe('')
        expect(typeof boardChanges(before, after)).toBe('string')
      }),
    )
  })
})
