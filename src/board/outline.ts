import { isFrame, isLinear } from './element-kinds.ts'
import { freePlace as placeNear } from './free-place.ts'
import { around, type Box, boxOf, isWithin, middleOf, type Point } from './geometry.ts'
import { holding, type Maker, newArrow, newPart, newText, textBox, withLabel } from './new-elements.ts'
import { nextInRow } from './next-in-row.ts'
import { type PartKind, palette } from './palette.ts'
import { readBoard } from './read-board.ts'
import type { SceneElement } from './scene.ts'

/**
 * Operations of an outline editor on a drawing: each takes all of its elements and returns all of them, changed ones under a higher version, as an
 * editor that merges by versions wants them. What stands already is not moved. An id that is not there changes nothing.
 */
type Elements = readonly SceneElement[]

/** Adds a part of the palette where a row of parts goes on, on nothing that stands. */
export function addPart(
  elements: Elements,
  { kind, label, maker }: { kind: PartKind; label?: string; maker: Maker },
): SceneElement[] {
  const part = palette.find((one) => one.kind === kind)
  if (part === undefined) return [...elements]
  const at = freePlace(elements, part)
  return [...elements, ...newPart(part, { label: label ?? part.label, at, maker })]
}

/** Adds a text that stands for itself. */
export function addNote(elements: Elements, { text, maker }: { text: string; maker: Maker }): SceneElement[] {
  const { width, height } = textBox(text, { x: 0, y: 0 })
  const { x, y } = freePlace(elements, { width, height })
  return [...elements, newText(text, { middle: { x: x + width / 2, y: y + height / 2 }, maker })]
}

/** Draws an arrow between two parts or frames, bound at both ends; from a part to itself as a loop. */
export function connect(
  elements: Elements,
  { from, to, label = '', maker }: { from: string; to: string; label?: string; maker: Maker },
): SceneElement[] {
  const [start, end] = [present(elements, from), present(elements, to)]
  if (start === undefined || end === undefined) return [...elements]
  const arrow = newArrow({ from: start, to: end }, { others: besides(elements, [start, end]), maker })
  const known = changed(elements, maker, (element) =>
    element === start || element === end ? holding(element, { id: arrow.id, type: 'arrow' }) : element,
  )
  return [...known, ...(label.trim() === '' ? [arrow] : withLabel(arrow, label, maker))]
}

/** Gives a part, an arrow, a frame or a note other words; none takes a part's or an arrow's label away. */
export function rename(elements: Elements, { id, label, maker }: { id: string; label: string; maker: Maker }): SceneElement[] {
  const element = present(elements, id)
  if (element === undefined) return [...elements]
  if (isFrame(element)) return changed(elements, maker, (one) => (one === element ? { ...one, name: label } : one))
  const textId = element.type === 'text' ? id : labelIdOf(elements, id)
  const text = present(elements, textId ?? '')
  if (text === undefined) {
    if (label.trim() === '') return [...elements]
    const [container, bound] = withLabel(element, label, maker)
    const known = changed(elements, maker, (one) => (one === element ? (container ?? one) : one))
    return bound === undefined ? known : [...known, bound]
  }
  if (label.trim() === '') return removed(elements, new Set([text.id]), maker)
  const box = textBox(label, middleOf(boxOf(text)))
  return changed(elements, maker, (one) => (one === text ? { ...one, ...box, text: label, originalText: label } : one))
}

/** Turns an arrow around. */
export function reverse(elements: Elements, { id, maker }: { id: string; maker: Maker }): SceneElement[] {
  return changed(elements, maker, (one) =>
    one.id === id && isLinear(one)
      ? { ...one, startArrowhead: one.endArrowhead ?? null, endArrowhead: one.startArrowhead ?? null }
      : one,
  )
}

/** Takes a part with its arrows away, or an arrow, a frame or a note, and the labels of what goes. What a frame holds stays. */
export function remove(elements: Elements, { id, maker }: { id: string; maker: Maker }): SceneElement[] {
  const element = present(elements, id)
  if (element === undefined) return [...elements]
  const gone = new Set([id, labelIdOf(elements, id) ?? id, ...groupedWith(elements, element)])
  for (const one of elements)
    if (isLinear(one) && [one.startBinding, one.endBinding].some((binding) => gone.has(binding?.elementId ?? '')))
      gone.add(one.id)
  for (const one of elements) if (one.type === 'text' && gone.has(one.containerId ?? '')) gone.add(one.id)
  return removed(elements, gone, maker)
}

/** What an arrow between two elements must not cross: nothing that is part of either, in one of them or around one of them. */
function besides(elements: Elements, ends: readonly SceneElement[]): Box[] {
  const own = new Set(ends.flatMap((end) => [end.id, ...groupedWith(elements, end)]))
  const boxes = ends.map(boxOf)
  return elements
    .filter((one) => one.isDeleted !== true && !isLinear(one) && !isFrame(one))
    .filter(({ id, containerId }) => !own.has(id) && !own.has(containerId ?? ''))
    .map(boxOf)
    .filter((box) => !boxes.some((end) => isWithin(box, end) || isWithin(end, box)))
}

const present = (elements: Elements, id: string): SceneElement | undefined =>
  elements.find((element) => element.id === id && element.isDeleted !== true)

function labelIdOf(elements: Elements, id: string): string | null {
  const { nodes, edges } = readBoard({ elements: [...elements] })
  return [...nodes, ...edges].find((one) => one.id === id)?.labelId ?? null
}

/** The elements that make one part with this one. */
function groupedWith(elements: Elements, { id }: SceneElement): string[] {
  const { nodes } = readBoard({ elements: [...elements] })
  return nodes.find((node) => node.id === id)?.members ?? []
}

function removed(elements: Elements, gone: ReadonlySet<string>, maker: Maker): SceneElement[] {
  return changed(elements, maker, (one) => {
    if (one.isDeleted === true) return one
    if (gone.has(one.id)) return { ...one, isDeleted: true }
    const kept = one.boundElements?.filter((bound) => !gone.has(bound.id))
    const { frameId = null } = one
    if (frameId !== null && gone.has(frameId)) return { ...one, frameId: null }
    return kept === undefined || kept.length === one.boundElements?.length ? one : { ...one, boundElements: kept }
  })
}

/** The elements with some of them changed; those get a higher version. */
function changed(elements: Elements, maker: Maker, change: (element: SceneElement) => SceneElement): SceneElement[] {
  return elements.map((element) => {
    const next = change(element)
    if (next === element) return element
    const version = typeof element.version === 'number' ? element.version + 1 : 2
    return { ...next, version, versionNonce: maker.number(), updated: maker.now() }
  })
}

/** How wide rows of parts grow, pixels. */
const rowWidth = 960

/** Where a row of parts would go on, or as near to it as nothing stands. */
function freePlace(elements: Elements, size: { width: number; height: number }): Point {
  const taken = elements.filter((element) => element.isDeleted !== true && !isLinear(element) && !isFrame(element)).map(boxOf)
  const { left, top, bottom } = around(taken)
  const near = nextInRow(taken, { view: { left, top, right: left + rowWidth, bottom }, ...size })
  return placeNear(taken, { near, ...size })
}
