import type { Content } from '#src/content/content.ts'
import { loadContent } from '#src/content/load-content.ts'
import { packageRoot } from '#src/package-root.ts'

let loaded: Promise<Content> | null = null

/** The bank as it ships, read once for all files of a worker: reading it takes a second. Nobody changes it. */
export function shippedContent(): Promise<Content> {
  loaded ??= loadContent(packageRoot())
  return loaded
}
