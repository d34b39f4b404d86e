import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { BoardPicture } from '#src/domain/workspace.ts'
import { NotFoundError } from '#src/errors.ts'
import { checkRow, type Row } from './rows.ts'
import type { PictureOutcome } from './workspace-store.ts'

const pictureRowSchema = z.object({ png: z.instanceof(Uint8Array), width: z.number(), height: z.number() })

/** Pictures of boards: of one interview the newest. */
export function boardPictureRows(db: Database.Database, now: () => number) {
  const selectStatus = db.prepare<[string], Row>('select status from interviews where id = ?')
  const selectBoard = db.prepare<[string, number]>('select 1 from boards where interview_id = ? and revision = ?')
  const select = db.prepare<[string, number], Row>(
    'select png, width, height from board_pictures where interview_id = ? and revision = ?',
  )
  const selectNewer = db.prepare<[string, number]>('select 1 from board_pictures where interview_id = ? and revision > ?')
  const deleteOlder = db.prepare('delete from board_pictures where interview_id = ? and revision < ?')
  const upsert =
    db.prepare(`insert into board_pictures (interview_id, revision, png, width, height, created_at) values (?, ?, ?, ?, ?, ?)
    on conflict do update set png = excluded.png, width = excluded.width, height = excluded.height, created_at = excluded.created_at`)

  return {
    save: db.transaction((interviewId: string, revision: number, { png, width, height }: BoardPicture): PictureOutcome => {
      const interview = selectStatus.get(interviewId)
      if (interview === undefined) throw new NotFoundError('There is no such interview.')
      if (interview.status === 'ended') return 'over'
      if (selectBoard.get(interviewId, revision) === undefined) return 'no-board'
      if (selectNewer.get(interviewId, revision) !== undefined) return 'outdated'
      deleteOlder.run(interviewId, revision)
      upsert.run(interviewId, revision, png, width, height, now())
      return 'stored'
    }).immediate,

    find: (interviewId: string, revision: number): BoardPicture | null => {
      const row = select.get(interviewId, revision)
      if (row === undefined) return null
      return checkRow(pictureRowSchema, row, `the picture of board ${revision} of interview ${interviewId}`)
    },
  }
}
