import { createHash } from 'node:crypto'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Prompt } from '#src/domain/prompt.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { TrackId } from '#src/domain/track.ts'
import type { Content } from './content.ts'

/**
 * The content as it was loaded last, when not a byte of its files has changed since; else as `load` gives it, which is kept for the next time. Parsing
 * and checking take seconds, comparing takes milliseconds. `cacheFile` lies beside the code that wrote it, so that it goes when the code is built
 * anew: other code may read the same files otherwise. Content with faults is never kept.
 */
export async function loadCached(root: string, cacheFile: string, load: () => Promise<Content>): Promise<Content> {
  const hash = await hashOf(root)
  const kept = await readKept(cacheFile, hash)
  if (kept !== null) return kept
  const content = await load()
  await keep(cacheFile, hash, content)
  return content
}

/** SHA-256 over the names and bytes of all files of prompts/ and rubrics/. */
async function hashOf(root: string): Promise<string> {
  const folders = await Promise.all(['prompts', 'rubrics'].map((folder) => filesUnder(join(root, folder))))
  const files = folders.flat().sort()
  const texts = await Promise.all(files.map((file) => readFile(file)))
  const hash = createHash('sha256')
  files.forEach((file, at) => {
    hash.update(`${relative(root, file)}\0${texts[at]?.length}\0`).update(texts[at] ?? '')
  })
  return hash.digest('hex')
}

/** None of a folder that cannot be read: the hash then fits nothing that was kept, and `load` says what is wrong with it. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** What `keep` wrote: Maps as their entries. */
interface Kept extends Omit<Content, 'rubrics' | 'prompts'> {
  hash: string
  rubrics: [TrackId, Rubric][]
  prompts: [string, Prompt][]
}

/** Null when there is none for these files, or it cannot be read: it is made anew then. */
async function readKept(cacheFile: string, hash: string): Promise<Content | null> {
  try {
    const { hash: of, rubrics, prompts, ...rest } = JSON.parse(await readFile(cacheFile, 'utf8')) as Kept
    return of === hash ? { ...rest, rubrics: new Map(rubrics), prompts: new Map(prompts) } : null
  } catch {
    return null
  }
}

/** Where it cannot be written, as in a folder that is read-only, loading only takes its time again. */
async function keep(cacheFile: string, hash: string, { rubrics, prompts, ...rest }: Content): Promise<void> {
  const temporary = `${cacheFile}.${process.pid}`
  const kept = { ...rest, hash, rubrics: [...rubrics], prompts: [...prompts] }
  await writeFile(temporary, JSON.stringify(kept))
    .then(() => rename(temporary, cacheFile))
    .catch(() => undefined)
}
