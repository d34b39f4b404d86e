import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let found: string | undefined

/**
 * The folder that holds package.json, prompts/ and rubrics/. Looked for upwards from this module, since a bundle in dist/ and a source in src/
 * lie at different depths.
 */
export function packageRoot(): string {
  found ??= search(dirname(fileURLToPath(import.meta.url)))
  return found
}

function search(folder: string): string {
  if (isPackage(folder)) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('Hotseat cannot find its own package.json; install it whole.')
  return search(parent)
}

function isPackage(folder: string): boolean {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown }).name === 'hotseat'
  } catch {
    return false
  }
}

/** Where this build keeps the content as it loaded it; null when the sources run unbuilt, whose next edit may read the same files otherwise. */
export function contentCacheFile(): string | null {
  const folder = dirname(fileURLToPath(import.meta.url))
  return folder === join(packageRoot(), 'dist/server') ? join(folder, 'content.json') : null
}
