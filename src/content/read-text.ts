import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaultList } from './fault-list.ts'

/** Where content is read from and where its faults go. */
export interface ContentSource {
  root: string
  faults: FaultList
}

/** A file's text, or undefined with a fault when it is missing or cannot be read. */
export async function readText({ root, faults }: ContentSource, file: string): Promise<string | undefined> {
  try {
    return await readFile(join(root, file), 'utf8')
  } catch (error) {
    faults.of(file)('', expectationOf(error, 'file'))
    return undefined
  }
}

/** A file's text, empty when there is no such file; undefined with a fault when it cannot be read. */
export async function readTextIfThere(source: ContentSource, file: string): Promise<string | undefined> {
  return existsSync(join(source.root, file)) ? readText(source, file) : ''
}

/** Names of a folder's entries of one kind, sorted; undefined with a fault when the folder is missing or cannot be read. */
export async function listFolder(
  { root, faults }: ContentSource,
  { folder, kind }: { folder: string; kind: 'files' | 'folders' },
): Promise<string[] | undefined> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    const wanted = entries.filter(
      (entry) => !entry.name.startsWith('.') && (kind === 'files' ? !entry.isDirectory() : entry.isDirectory()),
    )
    return wanted.map((entry) => entry.name).sort()
  } catch (error) {
    faults.of(folder)('', expectationOf(error, 'folder'))
    return undefined
  }
}

function expectationOf(error: unknown, what: 'file' | 'folder'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return code === 'ENOENT' ? `this ${what}; it is missing` : `a ${what} that can be read (${code})`
}
