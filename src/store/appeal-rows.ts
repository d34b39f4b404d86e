import type Database from 'better-sqlite3'
import { type Appeal, appealSchema } from '#src/domain/appeal.ts'
import { ConflictError } from '#src/errors.ts'
import { type Row, readJson, readScorecard } from './rows.ts'
import type { scoringRows } from './scoring-rows.ts'
import type { JudgedAppeal, StandingScorecard } from './store.ts'

/** Appeals, and the scorecards that they led to. */
export function appealRows(db: Database.Database, scoring: ReturnType<typeof scoringRows>) {
  const selectStanding = db.prepare<[string], Row>(
    'select job_id, scorecard from scorecards where interview_id = ? order by created_at desc, rowid desc limit 1',
  )
  const selectRoot = db.prepare<[string], Row>('select root_job_id from appeals where made_job_id = ?')
  const selectByRoot = db.prepare<[string], Row>(
    'select id, appeal from appeals where root_job_id = ? order by created_at, rowid',
  )
  const insert = db.prepare(`insert into appeals (id, interview_id, root_job_id, against_job_id, made_job_id, appeal, created_at)
    values (@id, @interviewId, @root, @against, @made, @appeal, @createdAt)`)

  const standing = (interviewId: string): StandingScorecard | null => {
    const row = selectStanding.get(interviewId)
    if (row === undefined) return null
    return {
      jobId: String(row.job_id),
      scorecard: readScorecard(row.scorecard, `scorecard of interview ${interviewId}`),
    }
  }
  const rootOf = (jobId: string): string => String(selectRoot.get(jobId)?.root_job_id ?? jobId)

  return {
    standing,
    list: (interviewId: string): Appeal[] => {
      const newest = standing(interviewId)
      if (newest === null) return []
      return selectByRoot
        .all(rootOf(newest.jobId))
        .map((row) => readJson(appealSchema, row.appeal, `appeal ${row.id} of interview ${interviewId}`))
    },
    save: db.transaction(({ interviewId, against, appeal, made }: JudgedAppeal) => {
      if (standing(interviewId)?.jobId !== against)
        throw new ConflictError('The interview was scored again meanwhile. Load the page, then appeal to the newest scorecard.')
      const root = rootOf(against)
      if (made !== null) {
        scoring.create(made.job)
        scoring.saveScorecard(made.job, made.scorecard)
      }
      const { id, createdAt } = appeal
      insert.run({ id, interviewId, root, against, made: made?.job.id ?? null, appeal: JSON.stringify(appeal), createdAt })
    }).immediate,
  }
}
