import type Database from 'better-sqlite3'
import { type Redo, redoSchema } from '#src/domain/redo.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { type Row, readJson } from './rows.ts'

/** Answers given again. */
export function redoRows(db: Database.Database) {
  const insert = db.prepare('insert into redos (id, interview_id, is_graded, redo, created_at) values (?, ?, 0, ?, ?)')
  const select = db.prepare<[string], Row>('select * from redos where id = ?')
  const selectAll = db.prepare<[string], Row>('select * from redos where interview_id = ? order by created_at, rowid')
  const selectUngraded = db.prepare<[], Row>('select * from redos where is_graded = 0 order by created_at, rowid')
  const update = db.prepare('update redos set is_graded = ?, redo = ? where id = ?')
  const read = (row: Row): Redo => readJson(redoSchema, row.redo, `redo ${row.id} of interview ${row.interview_id}`)

  return {
    list: (interviewId: string): Redo[] => selectAll.all(interviewId).map(read),
    ungraded: () => selectUngraded.all().map((row) => ({ interviewId: String(row.interview_id), redo: read(row) })),
    create: db.transaction((interviewId: string, redo: Redo): { redo: Redo; isNew: boolean } => {
      const known = select.get(redo.id)
      if (known === undefined) {
        insert.run(redo.id, interviewId, JSON.stringify(redo), redo.createdAt)
        return { redo, isNew: true }
      }
      const stored = read(known)
      if (known.interview_id !== interviewId || stored.text !== redo.text || stored.check !== redo.check)
        throw new ConflictError('This answer was stored before with other words; send the new words as a new answer.')
      return { redo: stored, isNew: false }
    }).immediate,
    setState: db.transaction((id: string, state: Redo['state']) => {
      const row = select.get(id)
      if (row === undefined) throw new NotFoundError(`There is no redo ${id}.`)
      update.run(state.kind === 'grading' ? 0 : 1, JSON.stringify({ ...read(row), state }), id)
    }).immediate,
  }
}
