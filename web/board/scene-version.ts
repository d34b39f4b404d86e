/** What is read of an element of a drawing wherever it is only kept, compared or sent; everything else goes along. */
export interface SceneElement {
  id: string
  type: string
  /** Counted up with each change of the element; `versionNonce` tells two changes of the same count apart. */
  version: number
  versionNonce: number
  isDeleted?: boolean
  /** Epoch milliseconds. */
  updated?: number
}

/** Equal for two drawings when no element differs, in whatever order they stand. */
export function sceneVersion(elements: readonly SceneElement[]): string {
  let versions = 0
  let nonces = 0
  for (const { version, versionNonce } of elements) {
    versions += version
    nonces += versionNonce
  }
  return `${elements.length}.${versions}.${nonces}`
}
