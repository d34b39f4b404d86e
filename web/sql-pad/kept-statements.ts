import { z } from 'zod'

/** `statements`: null where they were too long to be kept. */
const keptSchema = z.object({ from: z.string(), statements: z.array(z.string()).nullable() })

/** What changed a tab's database, so that it can be done again after a reload. `from`: the SQL that the database was opened with. */
export interface KeptStatements {
  /** In their order; empty where another database was changed, and where nothing is kept. Null where there were more than are kept. */
  read(from: string): readonly string[] | null
  keep(from: string, statements: readonly string[]): void
}

/** More than this is not kept, UTF-16 units: the storage of a tab is everything's. */
export const mostKept = 500_000

export function keptStatements(interviewId: string, area: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptStatements {
  const key = `hotseat.sql-statements.${interviewId}`
  return {
    read: (from) => {
      const kept = parseKept(area.getItem(key))
      return kept?.from === from ? kept.statements : []
    },
    keep: (from, statements) => {
      const text = JSON.stringify({ from, statements })
      if (statements.length === 0) area.removeItem(key)
      else area.setItem(key, text.length > mostKept ? JSON.stringify({ from, statements: null }) : text)
    },
  }
}

function parseKept(text: string | null): z.infer<typeof keptSchema> | null {
  if (text === null) return null
  try {
    return keptSchema.parse(JSON.parse(text))
  } catch {
    // Written by another version of this page: not ours to run.
    return null
  }
}
