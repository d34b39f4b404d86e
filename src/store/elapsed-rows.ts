import type Database from 'better-sqlite3'

/** Running times of live interviews. Those of one moment share a transaction: a commit each, thousands of interviews would wait for the disk and nothing else. */
export function elapsedRows(db: Database.Database) {
  const update = db.prepare('update interviews set elapsed_ms = ? where id = ?')
  const saveAll = db.transaction((times: ReadonlyMap<string, number>) => {
    for (const [id, elapsedMs] of times) update.run(elapsedMs, id)
  }).immediate
  let waiting = new Map<string, number>()
  let saving: Promise<void> | null = null

  async function saveWaiting(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    const times = waiting
    waiting = new Map()
    saving = null
    saveAll(times)
  }

  return {
    /** Resolves when it is committed; a later time of the same interview stands. */
    save: (interviewId: string, elapsedMs: number): Promise<void> => {
      waiting.set(interviewId, elapsedMs)
      saving ??= saveWaiting()
      return saving
    },
  }
}
