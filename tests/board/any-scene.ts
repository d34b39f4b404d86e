import fc from 'fast-check'
import { type Scene, sceneSchema } from '#src/board/scene.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
const place = fc.oneof(fc.integer({ min: -300, max: 900 }), fc.constantFrom(0, 1e9, -1e9))
const binding = fc.option(fc.record({ elementId: fc.constantFrom(...ids, 'gone') }))
const head = fc.constantFrom(null, 'arrow', 'dot', 'crowfoot_many', 'crowfoot_one')
const words = fc.oneof(
  fc.constantFrom('worker', 'cache', '', 'n1 "x" -> nothing', 'Arrows:', '… and 3 more parts', 'a "quoted"\nword'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

const element = (id: string) =>
  fc.record({
    id: fc.constant(id),
    type: fc.constantFrom('rectangle', 'ellipse', 'diamond', 'text', 'arrow', 'line', 'frame', 'image', 'freedraw', 'unheard-of'),
    x: place,
    y: place,
    width: fc.oneof(fc.integer({ min: -50, max: 400 }), fc.constant(1e9)),
    height: fc.oneof(fc.integer({ min: -50, max: 400 }), fc.constant(0)),
    angle: fc.constantFrom(0, 1, undefined),
    isDeleted: fc.constantFrom(false, false, false, true, undefined),
    groupIds: fc.array(fc.constantFrom('g1', 'g2'), { maxLength: 2 }),
    frameId: fc.option(fc.constantFrom(...ids)),
    text: words,
    name: fc.option(words),
    containerId: fc.option(fc.constantFrom(...ids)),
    points: fc.array(fc.tuple(place, place), { maxLength: 4 }),
    startBinding: binding,
    endBinding: binding,
    startArrowhead: head,
    endArrowhead: head,
    customData: fc.constantFrom(undefined, { part: 'queue' }, { part: 7 }),
  })

/** Drawings of a dozen elements at the most, bound to each other in whatever way, sensible or not. */
export const sceneOf = (): fc.Arbitrary<Scene> =>
  fc
    .subarray(ids)
    .chain((some) => fc.tuple(...some.map(element)))
    .map((elements) => sceneSchema.parse({ elements }))
