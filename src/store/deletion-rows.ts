import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { NotFoundError } from '#src/errors.ts'
import type { Deletion } from './deletion-store.ts'
import type { Row } from './rows.ts'

/** The owner of what was deleted; no owner id is empty. */
export const nobody = ''

/** How interviews are deleted: marked, put back, removed for good. */
export function deletionRows(db: Database.Database, now: () => number) {
  const selectAll = db.prepare<[string], Row>('select id from interviews where owner_id = ?')
  const selectOne = db.prepare<[string, string], Row>('select id from interviews where owner_id = ? and id = ?')
  const setOwner = db.prepare('update interviews set owner_id = ? where id = ?')
  const insert = db.prepare('insert into deletions (interview_id, deletion_id, owner_id, deleted_at) values (?, ?, ?, ?)')
  const selectMarked = db.prepare<[string, string, number], Row>(
    'select interview_id from deletions where deletion_id = ? and owner_id = ? and deleted_at >= ?',
  )
  const unmark = db.prepare('delete from deletions where deletion_id = ?')
  const selectDeletions = db.prepare<[], Row>('select * from deletions order by deleted_at, rowid')
  const purgeOne = db.prepare(
    'delete from interviews where id = (select interview_id from deletions where deletion_id = ? limit 1)',
  )
  const purgeContents = db.prepare(
    'delete from held_contents where not exists (select 1 from interviews where interviews.content_hash = held_contents.content_hash)',
  )

  const purge = db.transaction((id: string): boolean => {
    if (purgeOne.run(id).changes > 0) return true
    purgeContents.run()
    return false
  }).immediate

  return {
    delete: db.transaction((ownerId: string, ids: readonly string[] | null): Deletion | null => {
      const rows = ids === null ? selectAll.all(ownerId) : ids.flatMap((one) => selectOne.all(ownerId, one))
      if (rows.length === 0) return null
      const deletion = { id: randomUUID(), ownerId, interviews: rows.map((row) => String(row.id)), deletedAt: now() }
      for (const interview of deletion.interviews) {
        insert.run(interview, deletion.id, ownerId, deletion.deletedAt)
        setOwner.run(nobody, interview)
      }
      return deletion
    }).immediate,

    undo: db.transaction((ownerId: string, id: string, since: number): string[] => {
      const interviews = selectMarked.all(id, ownerId, since).map((row) => String(row.interview_id))
      if (interviews.length === 0) throw new NotFoundError('There is nothing to put back: it was deleted for good.')
      for (const interview of interviews) setOwner.run(ownerId, interview)
      unmark.run(id)
      return interviews
    }).immediate,

    list: (): Deletion[] => {
      const deletions = new Map<string, Deletion>()
      for (const row of selectDeletions.all()) {
        const id = String(row.deletion_id)
        const known = deletions.get(id) ?? {
          id,
          ownerId: String(row.owner_id),
          interviews: [],
          deletedAt: Number(row.deleted_at),
        }
        known.interviews.push(String(row.interview_id))
        deletions.set(id, known)
      }
      return [...deletions.values()]
    },

    /** At the end the log is emptied, since it still holds pages as they were; where a reader is in the way, the next purge does it. */
    purgeNext: (id: string): boolean => {
      const isPurged = purge(id)
      if (!isPurged) db.pragma('wal_checkpoint(TRUNCATE)')
      return isPurged
    },
  }
}
