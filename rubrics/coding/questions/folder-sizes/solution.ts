export interface File {
  name: string
  size: number
}
export interface Folder {
  name: string
  entries: readonly (File | Folder)[]
}

/**
 * Path of each folder -> bytes of all files in it and in the folders beneath it. Folders are listed from the top, each after the one it lies in, and
 * then gone through from the end: every total is complete before it is added to the one above. Each entry is looked at once, and as nothing recurs
 * the nesting may be as deep as it likes.
 */
export function folderSizes(root: Folder): Record<string, number> {
  const listed: Listed[] = [{ folder: root, path: root.name, above: undefined, total: 0 }]
  // The loop goes on over what it appends.
  for (const one of listed) {
    for (const entry of one.folder.entries) {
      const path = `${one.path}/${entry.name}`
      if ('entries' in entry) listed.push({ folder: entry, path, above: one, total: 0 })
      else one.total += sizeOf(entry, path)
    }
  }
  for (const { above, total } of listed.toReversed()) if (above !== undefined) above.total += total
  return Object.fromEntries(listed.map(({ path, total }) => [path, total]))
}

interface Listed {
  folder: Folder
  path: string
  /** The folder it lies in. */
  above: Listed | undefined
  total: number
}

/** A wrong size would spoil the total of every folder above without a sign, so it is refused. */
function sizeOf({ size }: File, path: string): number {
  if (!Number.isFinite(size) || size < 0) throw new RangeError(`${path} has no size that can be added: ${size}`)
  return size
}
