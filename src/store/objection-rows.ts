import type Database from 'better-sqlite3'
import { type Objection, objectionKey, objectionSchema } from '#src/domain/objection.ts'
import { NotFoundError } from '#src/errors.ts'
import { type Row, readJson } from './rows.ts'

/** What was called not useful, and why. An appeal makes a new scorecard of the same scoring: objections hold on through it. */
export function objectionRows(db: Database.Database) {
  const selectRoot = db.prepare<[string], Row>(`select coalesce(appeals.root_job_id, scorecards.job_id) as root from scorecards
    left join appeals on appeals.made_job_id = scorecards.job_id
    where scorecards.interview_id = ? order by scorecards.created_at desc, scorecards.rowid desc limit 1`)
  const remove = db.prepare('delete from objections where interview_id = ? and root_job_id is ? and target = ?')
  const insert = db.prepare(`insert into objections (id, interview_id, root_job_id, target, objection, created_at)
    values (@id, @interviewId, @root, @target, @objection, @createdAt)`)
  const select = db.prepare<[string, string | null], Row>(`select id, objection from objections
    where interview_id = ? and (root_job_id is null or root_job_id = ?) order by created_at, rowid`)
  const withdraw = db.prepare('delete from objections where interview_id = ? and id = ?')

  const rootOf = (interviewId: string): string | null => {
    const row = selectRoot.get(interviewId)
    return row === undefined ? null : String(row.root)
  }
  return {
    save: db.transaction((interviewId: string, objection: Objection) => {
      const root = objection.target.kind === 'turn' ? null : rootOf(interviewId)
      if (objection.target.kind !== 'turn' && root === null) throw new NotFoundError('This interview has no scorecard yet.')
      const target = objectionKey(objection.target)
      remove.run(interviewId, root, target)
      const { id, createdAt } = objection
      insert.run({ id, interviewId, root, target, objection: JSON.stringify(objection), createdAt })
    }).immediate,
    list: (interviewId: string): Objection[] =>
      select
        .all(interviewId, rootOf(interviewId))
        .map((row) => readJson(objectionSchema, row.objection, `objection ${row.id} of interview ${interviewId}`)),
    withdraw: (interviewId: string, id: string) => {
      if (withdraw.run(interviewId, id).changes === 0) throw new NotFoundError('There is no such objection.')
    },
  }
}
