import type { BoardNode, NodeShape } from './board.ts'
import { isPicture, isShape, wordsOf } from './element-kinds.ts'
import { areaOf, around, boxOf } from './geometry.ts'
import { partKindOf } from './palette.ts'
import type { SceneElement } from './scene.ts'

/** A part while a drawing is read: with the elements that it is made of. */
export interface DraftNode extends BoardNode {
  elements: SceneElement[]
}

export interface NodesRead {
  nodes: DraftNode[]
  /** Element id -> the part that it belongs to. A label's text belongs to what it labels. */
  nodeOf: Map<string, DraftNode>
}

/** The parts of a drawing, with the labels that are bound to them or grouped with them. */
export function readNodes(
  elements: readonly SceneElement[],
  {
    groupOf,
    labelsOf,
    attachedTo,
  }: {
    groupOf: ReadonlyMap<string, string>
    /** Container's id -> the texts bound to it. */
    labelsOf: ReadonlyMap<string, readonly SceneElement[]>
    /** Ids of the elements that an arrow is bound to. */
    attachedTo: ReadonlySet<string>
  },
): NodesRead {
  const byKey = new Map<string, SceneElement[]>()
  for (const element of elements) {
    const group = groupOf.get(element.id)
    const stands = group !== undefined || isShape(element) || (attachedTo.has(element.id) && isAlone(element))
    if (!stands) continue
    const key = group === undefined ? `element ${element.id}` : `group ${group}`
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [element])
    else known.push(element)
  }
  const nodeOf = new Map<string, DraftNode>()
  const nodes = [...byKey.values()].map((members) => {
    const node = nodeFrom(members, labelsOf)
    for (const { id } of members) nodeOf.set(id, node)
    for (const text of members.flatMap(({ id }) => labelsOf.get(id) ?? [])) nodeOf.set(text.id, node)
    return node
  })
  return { nodes, nodeOf }
}

/** A text or a picture is a part when an arrow is attached to it; a text that is bound to a shape is that shape's. */
const isAlone = (element: SceneElement): boolean =>
  isPicture(element) || (element.type === 'text' && (element.containerId ?? null) === null)

function nodeFrom(members: readonly SceneElement[], labelsOf: ReadonlyMap<string, readonly SceneElement[]>): DraftNode {
  const shapes = members.filter(isShape)
  const [main = members[0] as SceneElement] = shapes.toSorted((a, b) => areaOf(boxOf(b)) - areaOf(boxOf(a)))
  const texts = [...members.flatMap(({ id }) => labelsOf.get(id) ?? []), ...members.filter(({ type }) => type === 'text')]
  const label = texts.find((text) => wordsOf(text) !== null)
  return {
    id: main.id,
    name: '',
    label: label === undefined ? null : wordsOf(label),
    labelId: label?.id ?? null,
    shape: shapeOf(main, shapes.length),
    kind: members.map(({ customData }) => partKindOf(customData)).find((kind) => kind !== null) ?? null,
    frame: members.find(({ frameId }) => (frameId ?? null) !== null)?.frameId ?? null,
    inside: null,
    box: around((shapes.length === 0 ? members : shapes).map(boxOf)),
    members: members.map(({ id }) => id),
    elements: [...members],
  }
}

function shapeOf({ type }: SceneElement, shapes: number): NodeShape {
  if (shapes > 1) return 'group'
  if (type === 'rectangle' || type === 'ellipse' || type === 'diamond') return type
  return type === 'text' ? 'text' : 'picture'
}
