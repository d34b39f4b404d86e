import type { ContentFault } from '#src/errors.ts'

/** Notes a fault of one file. `path` leads inside the file and is empty for the file itself; `expected` says what should be there. */
export type Report = (path: string, expected: string) => void

/** Faults as they are found, by whichever of the readers that run side by side. */
export interface FaultList {
  /** A reporter for one file, named relative to the content's root. */
  of(file: string): Report
  /** Whether this file has a fault so far. */
  has(file: string): boolean
  /** All faults by file name; inside a file in the order in which they were found. */
  sorted(): ContentFault[]
}

export function createFaultList(): FaultList {
  const byFile = new Map<string, ContentFault[]>()
  return {
    of: (file) => (path, expected) => {
      const faults = byFile.get(file) ?? []
      faults.push({ file, path, expected })
      byFile.set(file, faults)
    },
    has: (file) => byFile.has(file),
    sorted: () => [...byFile.keys()].sort().flatMap((file) => byFile.get(file) ?? []),
  }
}
