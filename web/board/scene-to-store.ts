import { isPicture } from '#src/board/element-kinds.ts'
import { maxSceneBytes, maxSceneElements } from '#src/domain/workspace.ts'
import type { KeptElement } from './kept-element.ts'

/** A drawing as it goes to the server. Elements that were removed stand in it as removed, so that another tab does not bring them back. */
export interface StoredScene {
  type: 'excalidraw'
  version: 2
  elements: readonly KeptElement[]
  appState: Record<string, never>
  files: Record<string, never>
}

export type SceneToStore = { kind: 'fits'; scene: StoredScene } | { kind: 'too-large'; why: string }

/** The drawing within the server's limits. `known`: ids that the server has seen; only of those it must be told that they are gone. Removed ones give way first. */
export function sceneToStore(elements: readonly KeptElement[], known: ReadonlySet<string>): SceneToStore {
  const standing = elements.filter((element) => element.isDeleted !== true && !isPicture(element))
  if (standing.length > maxSceneElements) {
    const [has, most] = [standing.length, maxSceneElements].map((count) => count.toLocaleString('en'))
    return { kind: 'too-large', why: `The board has ${has} elements; at most ${most} can be saved. Remove some.` }
  }
  const removed = elements
    .filter(({ id, isDeleted }) => isDeleted === true && known.has(id))
    .toSorted((a, b) => (b.updated ?? 0) - (a.updated ?? 0))
  const fitting = new Set(removed.slice(0, maxSceneElements - standing.length))
  const kept = new Set<KeptElement>(standing)
  const whole = sceneOf(elements.filter((element) => kept.has(element) || fitting.has(element)))
  if (bytesOf(whole) <= maxSceneBytes) return { kind: 'fits', scene: whole }
  const bare = sceneOf(standing)
  if (bytesOf(bare) <= maxSceneBytes) return { kind: 'fits', scene: bare }
  return {
    kind: 'too-large',
    why: `The board is larger than the ${maxSceneBytes / 1_048_576} MB that can be saved. Remove some of it; freehand lines take most.`,
  }
}

const sceneOf = (elements: readonly KeptElement[]): StoredScene => ({
  type: 'excalidraw',
  version: 2,
  elements,
  appState: {},
  files: {},
})

const bytesOf = (scene: StoredScene): number => new TextEncoder().encode(JSON.stringify(scene)).length
