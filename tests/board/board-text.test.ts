import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardText, boardTextOf } from '#src/board/board-text.ts'
import { readBoard } from '#src/board/read-board.ts'
import type { SceneElement } from '#src/board/scene.ts'
import { readBoardText } from '#src/board/text-lines.ts'
import { sceneOf } from './any-scene.ts'
import { arrow, box, diamond, ellipse, frame, line, picture, rectangle, stroke, text, urlShortener } from './drawn.ts'

const two = [...box('a', 'API', [0, 0]), ...box('b', 'Store', [400, 0])]
const grouped = { groupIds: ['g'] }

const drawings: { name: string; elements: SceneElement[]; says: string[] }[] = [
  { name: 'nothing', elements: [], says: ['Board: nothing that can be read'] },
  {
    name: 'an arrow that is bound at both ends',
    elements: [...two, arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b' })],
    says: ['Board: 2 parts, 1 arrow', 'Parts:', 'n1 "API"', 'n2 "Store"', 'Arrows:', 'n1 "API" -> n2 "Store"'],
  },
  {
    name: 'an arrow that nothing holds, near two parts',
    elements: [...two, arrow('x', [170, 40, 385, 40])],
    says: ['n1 "API" -> n2 "Store" (both ends near, not attached)'],
  },
  {
    name: 'an arrow of which one end is near',
    elements: [...two, arrow('x', [164, 40, 385, 40], { from: 'a' })],
    says: ['n1 "API" -> n2 "Store" (end near, not attached)'],
  },
  {
    name: 'an arrow that ends nowhere',
    elements: [...two, arrow('x', [164, 40, 280, 240], { from: 'a' })],
    says: ['n1 "API" -> nothing'],
  },
  { name: 'an arrow between nothing and nothing', elements: [arrow('x', [0, 0, 90, 90])], says: ['nothing -> nothing'] },
  {
    name: 'a short arrow that leaves a part for nowhere',
    elements: [...two, arrow('x', [160, 40, 178, 40], { from: 'a' })],
    says: ['n1 "API" -> nothing'],
  },
  {
    name: 'arrows that cross',
    elements: [
      ...two,
      ...box('c', 'Queue', [0, 300]),
      ...box('d', 'Worker', [400, 300]),
      arrow('x', [150, 90, 410, 290]),
      arrow('y', [150, 290, 410, 90]),
    ],
    says: ['n1 "API" -> n4 "Worker" (both ends near, not attached)', 'n3 "Queue" -> n2 "Store" (both ends near, not attached)'],
  },
  {
    name: 'an arrow with a label',
    elements: [
      ...two,
      arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b' }),
      text('l', 'writes', [250, 30], { containerId: 'x' }),
    ],
    says: ['n1 "API" -> n2 "Store": "writes"'],
  },
  {
    name: 'a line without heads',
    elements: [...two, line('x', [164, 40, 396, 40], { from: 'a', to: 'b' })],
    says: ['n1 "API" -- n2 "Store"'],
  },
  {
    name: 'an arrow with two heads',
    elements: [...two, arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b', startArrowhead: 'arrow' })],
    says: ['n1 "API" <-> n2 "Store"'],
  },
  {
    name: 'an arrow with its head at the beginning',
    elements: [...two, arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b', startArrowhead: 'triangle', endArrowhead: null })],
    says: ['n2 "Store" -> n1 "API"'],
  },
  {
    name: "crow's feet",
    elements: [
      ...two,
      arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b', startArrowhead: 'crowfoot_one', endArrowhead: 'crowfoot_many' }),
    ],
    says: ['n1 "API" one -- many n2 "Store"'],
  },
  {
    name: 'an arrow between groups, each of shapes with one text',
    elements: [
      rectangle('r', [0, 0, 160, 80], grouped),
      ellipse('e', [0, -20, 160, 40], grouped),
      text('t', 'Accounts', [40, 30], grouped),
      ...box('b', 'Store', [400, 0]),
      arrow('x', [164, 0, 396, 40], { from: 'e', to: 'b' }),
    ],
    says: ['Board: 2 parts, 1 arrow', 'Parts:', 'n1 "Accounts"', 'n2 "Store"', 'Arrows:', 'n1 "Accounts" -> n2 "Store"'],
  },
  {
    name: 'a group of groups: each inner one is a part when the outer one holds several texts',
    elements: [
      rectangle('r', [0, 0], { groupIds: ['inner', 'outer'] }),
      text('t', 'One', [40, 30], { groupIds: ['inner', 'outer'] }),
      rectangle('s', [300, 0], { groupIds: ['outer'] }),
      text('u', 'Two', [340, 30], { groupIds: ['outer'] }),
    ],
    says: ['Board: 2 parts, 0 arrows', 'Parts:', 'n1 "One"', 'n2 "Two"'],
  },
  {
    name: 'a group of groups with one text in all: one part',
    elements: [
      rectangle('r', [0, 0], { groupIds: ['inner', 'outer'] }),
      ellipse('s', [20, 10, 40, 40], { groupIds: ['inner', 'outer'] }),
      text('t', 'Shards', [40, 90], { groupIds: ['outer'] }),
    ],
    says: ['Board: 1 part, 0 arrows', 'Parts:', 'n1 "Shards"'],
  },
  {
    name: 'a group whose members an arrow connects: several parts',
    elements: [
      ...box('a', 'API', [0, 0], grouped),
      rectangle('b', [300, 0], grouped),
      arrow('x', [164, 40, 296, 40], { from: 'a', to: 'b', ...grouped }),
    ],
    says: ['n1 "API"', 'n2 (an unlabelled rectangle)', 'n1 "API" -> n2 (an unlabelled rectangle)'],
  },
  {
    name: 'a frame with what is in it',
    elements: [
      frame('f', 'EU region', [-50, -50, 700, 300]),
      ...two.map((element) => ({ ...element, frameId: 'f' })),
      text('t', 'three zones', [0, 150], { frameId: 'f' }),
    ],
    says: ['Board: 2 parts, 0 arrows, 1 frame, 1 note', 'f1 "EU region" holds n1, n2', '"three zones" (inside f1)'],
  },
  {
    name: 'an arrow that is bound to a frame',
    elements: [
      frame('f', null, [0, 0, 200, 200]),
      ...box('b', 'Store', [400, 0]),
      arrow('x', [396, 40, 204, 40], { from: 'b', to: 'f' }),
    ],
    says: ['n1 "Store" -> f1 (frame)', 'f1 (frame) holds no part'],
  },
  {
    name: 'an arrow that is bound to a text',
    elements: [
      text('t', 'mobile app', [0, 20]),
      ...box('b', 'Store', [400, 0]),
      arrow('x', [84, 30, 396, 40], { from: 't', to: 'b' }),
    ],
    says: ['n1 "mobile app"', 'n1 "mobile app" -> n2 "Store"'],
  },
  {
    name: 'an arrow that is bound to the text of a shape',
    elements: [...two, arrow('x', [120, 40, 396, 40], { from: 'a-label', to: 'b' })],
    says: ['n1 "API" -> n2 "Store"'],
  },
  {
    name: 'an arrow that is bound to a picture',
    elements: [picture('p', [0, 0]), ...box('b', 'Store', [400, 0]), arrow('x', [164, 40, 396, 40], { from: 'p', to: 'b' })],
    says: ['n1 (a picture) -> n2 "Store"'],
  },
  {
    name: 'texts in a shape that are not bound to it: the first is its label',
    elements: [rectangle('r', [0, 0, 200, 160]), text('t', 'users', [20, 20]), text('u', 'id, email', [20, 80])],
    says: ['n1 "users"', 'Notes:', '"id, email" (inside n1)'],
  },
  {
    name: 'a text beside a shape without a label: its label',
    elements: [ellipse('e', [0, 0]), text('t', 'CDN', [40, 90])],
    says: ['n1 "CDN"'],
  },
  {
    name: 'a text beside a shape that has a label: a note on it',
    elements: [...box('a', 'API', [0, 0]), text('t', 'stateless', [40, 90]), text('u', 'far away', [900, 900])],
    says: ['n1 "API"', '"stateless" (beside n1)', '"far away"'],
  },
  {
    name: 'a shape that is turned: its end is where it is drawn',
    elements: [
      rectangle('r', [0, 0, 400, 20], { angle: Math.PI / 2 }),
      text('t', 'Gateway', [160, -20]),
      ...box('b', 'Store', [600, 140]),
      arrow('x', [215, 180, 590, 180]),
    ],
    says: ['n1 "Gateway" -> n2 "Store" (both ends near, not attached)'],
  },
  {
    name: 'an end beside the corner of an ellipse or a diamond, far from its outline',
    elements: [ellipse('e', [0, 0, 300, 300]), diamond('d', [600, 0, 300, 300]), arrow('x', [298, 298, 602, 298])],
    says: ['nothing -> nothing'],
  },
  {
    name: 'parts of one label, each by its own name',
    elements: [
      ...box('a', 'worker', [0, 0]),
      ...box('b', 'worker', [400, 0]),
      arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b' }),
    ],
    says: ['n1 "worker"', 'n2 "worker"', 'n1 "worker" -> n2 "worker"'],
  },
  {
    name: 'shapes without a label',
    elements: [rectangle('r', [0, 0]), ellipse('e', [300, 0]), diamond('d', [600, 0])],
    says: ['n1 (an unlabelled rectangle)', 'n2 (an unlabelled ellipse)', 'n3 (an unlabelled diamond)'],
  },
  {
    name: 'a part of the palette whose label does not say what it is',
    elements: [
      ellipse('e', [0, 0], { customData: { part: 'cache' } }),
      text('t', 'Redis', [40, 30], { containerId: 'e' }),
      rectangle('r', [300, 0], { customData: { part: 'queue' } }),
      text('u', 'Job queue', [340, 30], { containerId: 'r' }),
    ],
    says: ['n1 "Redis" [cache]', 'n2 "Job queue"'],
  },
  {
    name: 'a part that holds others',
    elements: [rectangle('r', [-100, -100, 900, 400]), text('t', 'VPC', [-80, -80]), ...two],
    says: ['n1 "VPC"', 'n1 "VPC" holds n2, n3'],
  },
  {
    name: 'strokes, pictures, lines and what nobody knows',
    elements: [
      stroke('s', [0, 0]),
      picture('p', [0, 0]),
      line('l', [0, 0, 50, 50]),
      { ...rectangle('q', [0, 0]), type: 'hologram' },
    ],
    says: ['Not read: 1 freehand stroke, 1 picture, 1 line, 1 thing of another kind'],
  },
  {
    name: 'what was deleted, and an arrow that was bound to it',
    elements: [
      ...box('a', 'API', [0, 0]),
      ...box('b', 'Store', [400, 0]).map((element) => ({ ...element, isDeleted: true })),
      arrow('x', [164, 40, 396, 40], { from: 'a', to: 'b' }),
    ],
    says: ['Board: 1 part, 1 arrow', 'n1 "API" -> nothing'],
  },
  {
    name: 'an arrow from a part to itself',
    elements: [...box('a', 'API', [0, 0]), arrow('x', [164, 40, 80, 84], { from: 'a', to: 'a' })],
    says: ['n1 "API" -> n1 "API"'],
  },
  {
    name: 'a label of several lines with quotes in it',
    elements: box('a', 'the "hot"\n\tpath', [0, 0]),
    says: [`n1 "the 'hot' path"`],
  },
]

describe('a drawing in words', () => {
  test.each(drawings)('says $name', ({ elements, says }) => {
    const said = boardTextOf({ elements }).split('\n')
    expect(said.filter((one) => says.includes(one))).toEqual(says)
  })

  test('reads from the top down and from left to right, whatever was drawn first', () => {
    const elements = [...box('c', 'third', [0, 200]), ...box('b', 'second', [300, 15]), ...box('a', 'first', [0, 0])]
    expect(readBoard({ elements }).nodes.map(({ name, label }) => [name, label])).toEqual([
      ['n1', 'first'],
      ['n2', 'second'],
      ['n3', 'third'],
    ])
  })

  test('of a URL shortener reads as one would tell it', () => {
    expect(boardTextOf({ elements: urlShortener() }).split('\n')).toEqual([
      'Board: 9 parts, 9 arrows, 1 note',
      'Parts:',
      'n1 "Browser"',
      'n2 "Load balancer"',
      'n3 "Shorten service"',
      'n4 "URLs (key, target, expiry)"',
      'n5 "CDN"',
      'n6 "Redirect service"',
      'n7 "Redis" [cache]',
      'n8 "Click events"',
      'n9 "Counter"',
      'Arrows:',
      'n1 "Browser" -> n2 "Load balancer"',
      'n1 "Browser" -> n5 "CDN"',
      'n2 "Load balancer" -> n3 "Shorten service": "POST /urls"',
      'n2 "Load balancer" -> n6 "Redirect service": "GET /:key"',
      'n3 "Shorten service" -> n4 "URLs (key, target, expiry)"',
      'n6 "Redirect service" -> n4 "URLs (key, target, expiry)": "on a miss"',
      'n6 "Redirect service" <-> n7 "Redis"',
      'n6 "Redirect service" -> n8 "Click events" (end near, not attached)',
      'n8 "Click events" -> n9 "Counter"',
      'Notes:',
      '"100M new URLs a month, reads 100:1"',
    ])
  })

  test('of a huge board keeps the beginning of every section and says how much more there is', () => {
    const elements = Array.from({ length: 500 }, (_, at) => [
      ...box(`b${at}`, `part number ${at}`, [(at % 20) * 200, Math.floor(at / 20) * 200]),
      arrow(`x${at}`, [0, 0, 1, 1], { from: `b${at}`, to: `b${(at + 1) % 500}` }),
    ]).flat()
    const said = boardTextOf({ elements })
    expect(said.length).toBeLessThan(6_300)
    expect(said).toMatch(
      /^Board: 500 parts, 500 arrows\nParts:\nn1 [\s\S]*\n… and \d+ more parts\nArrows:\n[\s\S]*\n… and \d+ more arrows$/,
    )
  })

  test('is refused for what is no drawing, with the place of the fault', () => {
    expect(() => boardTextOf({ elements: [{ id: 'a', type: 'rectangle', x: 'left' }] })).toThrow(/"elements",\s*0,\s*"x"/)
  })
})

describe('for any drawing', () => {
  test('its text can be read again and says the same parts and arrows', () => {
    fc.assert(
      fc.property(sceneOf(), (scene) => {
        const board = readBoard(scene)
        const read = readBoardText(boardText(board))
        const parts = board.nodes.map(({ name, label }) => ({ name, label }))
        expect(read?.parts.map(({ name, label }) => ({ name, label }))).toEqual(parts)
        expect(read?.arrows.length).toBe(board.edges.length)
        expect(read?.notes.map((note) => note.text)).toEqual(board.notes.map((note) => note.text))
      }),
    )
  })

  test('its text does not depend on the order of its elements', () => {
    fc.assert(
      fc.property(
        sceneOf().chain(({ elements }) =>
          fc.tuple(fc.constant(elements), fc.shuffledSubarray(elements, { minLength: elements.length })),
        ),
        ([elements, shuffled]) => {
          expect(boardText(readBoard({ elements: shuffled }))).toBe(boardText(readBoard({ elements })))
        },
      ),
    )
  })
})
