import { isShape } from './element-kinds.ts'
import type { SceneElement } from './scene.ts'

interface Tally {
  shapes: number
  texts: number
}

/**
 * Element id -> id of the group that makes one part with it: shapes and at most one text, such as an icon with its name. Of groups in groups the
 * outermost that is one part counts. Groups whose members an arrow connects are several parts.
 */
export function partGroups(
  elements: readonly SceneElement[],
  { byId, isArrowLabel }: { byId: ReadonlyMap<string, SceneElement>; isArrowLabel: (text: SceneElement) => boolean },
): Map<string, string> {
  const tallies = new Map<string, Tally>()
  const several = new Set<string>()
  for (const element of elements) {
    const isText = element.type === 'text' && !isArrowLabel(element)
    for (const group of element.groupIds ?? []) {
      const tally = tallies.get(group) ?? { shapes: 0, texts: 0 }
      tallies.set(group, tally)
      if (isShape(element)) tally.shapes++
      if (isText) tally.texts++
    }
    for (const group of connectedIn(element, byId)) several.add(group)
  }
  const isOnePart = (group: string): boolean => {
    const { shapes = 0, texts = 0 } = tallies.get(group) ?? {}
    return shapes > 0 && texts <= 1 && shapes + texts > 1 && !several.has(group)
  }
  return new Map(
    elements.flatMap((element) => {
      const group = element.groupIds?.findLast(isOnePart)
      return group === undefined || element.type === 'arrow' || isArrowLabel(element) ? [] : [[element.id, group] as const]
    }),
  )
}

/** The groups that hold both ends of an arrow. */
function connectedIn(element: SceneElement, byId: ReadonlyMap<string, SceneElement>): string[] {
  const start = byId.get(element.startBinding?.elementId ?? '')
  const end = byId.get(element.endBinding?.elementId ?? '')
  if (start === undefined || end === undefined || start.id === end.id) return []
  const others = new Set(end.groupIds)
  return (start.groupIds ?? []).filter((group) => others.has(group))
}
