import type Database from 'better-sqlite3'
import { z } from 'zod'
import { maxBoardsBytes } from '#src/domain/workspace.ts'
import { NotFoundError } from '#src/errors.ts'
import { type Row, readJson } from './rows.ts'
import type { BoardOutcome, ImportedBoard, NewBoard, StoredBoard } from './workspace-store.ts'

/** Revisions that no turn names are kept for so many of the newest: a tab may still be about to name one. */
const keptUnnamed = 20

/** Boards, each time they were stored. */
export function boardRows(db: Database.Database, now: () => number) {
  const selectStatus = db.prepare<[string], Row>('select status from interviews where id = ?')
  const selectNewest = db.prepare<[string], Row>(
    'select revision, scene from boards where interview_id = ? order by revision desc limit 1',
  )
  const selectRevision = db.prepare<[string], Row>('select max(revision) as revision from boards where interview_id = ?')
  const select = db.prepare<[string, number], Row>('select * from boards where interview_id = ? and revision = ?')
  const selectText = db.prepare<[string, number], Row>('select text from boards where interview_id = ? and revision = ?')
  const insert = db.prepare(
    'insert into boards (interview_id, revision, scene, text, turn, created_at) values (?, ?, ?, ?, ?, ?)',
  )
  const selectNamedBytes = db.prepare<[string], Row>(
    'select coalesce(sum(octet_length(scene)), 0) as bytes from boards where interview_id = ? and turn is not null',
  )
  const prune = db.prepare('delete from boards where interview_id = ? and turn is null and revision <= ?')

  return {
    save: db.transaction((interviewId: string, { base, scene, text }: NewBoard): BoardOutcome => {
      const interview = selectStatus.get(interviewId)
      if (interview === undefined) throw new NotFoundError('There is no such interview.')
      if (interview.status === 'ended') return { kind: 'over' }
      const newest = selectNewest.get(interviewId)
      const standing = newest === undefined ? null : Number(newest.revision)
      if (standing !== null && newest?.scene === scene) return { kind: 'same', revision: standing }
      if (base !== standing) return { kind: 'moved', revision: standing }
      if (Number(selectNamedBytes.get(interviewId)?.bytes) + Buffer.byteLength(scene) > maxBoardsBytes) return { kind: 'full' }
      const revision = (standing ?? 0) + 1
      insert.run(interviewId, revision, scene, text, null, now())
      prune.run(interviewId, revision - keptUnnamed)
      return { kind: 'stored', revision }
    }).immediate,

    insert: (interviewId: string, { revision, scene, text, turn }: ImportedBoard): void =>
      void insert.run(interviewId, revision, JSON.stringify(scene), text, turn, now()),

    newest: (interviewId: string): number | null => {
      const revision = selectRevision.get(interviewId)?.revision ?? null
      return revision === null ? null : Number(revision)
    },

    find: (interviewId: string, revision: number): StoredBoard | null => {
      const row = select.get(interviewId, revision)
      if (row === undefined) return null
      const scene = readJson(z.unknown(), row.scene, `board ${revision} of interview ${interviewId}`)
      return { revision, scene, text: String(row.text) }
    },

    text: (interviewId: string, revision: number): string | null => {
      const row = selectText.get(interviewId, revision)
      return row === undefined ? null : String(row.text)
    },
  }
}
