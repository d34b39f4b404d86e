import type { KeptElement } from './kept-element.ts'

/** Equal for two drawings when no element differs, in whatever order they stand. */
export function sceneVersion(elements: readonly KeptElement[]): string {
  let versions = 0
  let nonces = 0
  for (const { version, versionNonce } of elements) {
    versions += version
    nonces += versionNonce
  }
  return `${elements.length}.${versions}.${nonces}`
}
