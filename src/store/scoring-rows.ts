import type Database from 'better-sqlite3'
import type { Score, Scorecard } from '#src/domain/score.ts'
import { NotFoundError } from '#src/errors.ts'
import { type Row, readJob, readScore, readScorecard } from './rows.ts'
import type { ScoringJob } from './store.ts'

type JobPatch = Partial<Pick<ScoringJob, 'status' | 'done' | 'total' | 'finished' | 'error'>>

/** Scoring jobs, the criteria they have decided, and the scorecards they made. */
export function scoringRows(db: Database.Database, now: () => number) {
  const insertJob =
    db.prepare(`insert into scoring_jobs (id, interview_id, scorer, status, done, total, finished, error, created_at)
    values (@id, @interviewId, @scorer, @status, @done, @total, @finished, @error, @createdAt)`)
  const selectJob = db.prepare<[string], Row>('select * from scoring_jobs where id = ?')
  const updateJob = db.prepare(
    'update scoring_jobs set status = @status, done = @done, total = @total, finished = @finished, error = @error where id = @id',
  )
  const selectNewest = db.prepare<[string], Row>(
    'select * from scoring_jobs where interview_id = ? order by created_at desc, rowid desc limit 1',
  )
  const selectUnfinished = db.prepare<[], Row>(
    "select * from scoring_jobs where status in ('queued', 'running') order by created_at, rowid",
  )
  const upsertScore = db.prepare(`insert into scores (job_id, question_index, criterion, score) values (?, ?, ?, ?)
    on conflict do update set score = excluded.score`)
  const selectScores = db.prepare<[string], Row>('select * from scores where job_id = ? order by question_index, rowid')
  const insertScorecard = db.prepare(`insert into scorecards (job_id, interview_id, recommendation, mean, scorecard, created_at)
    values (?, ?, ?, ?, ?, ?) on conflict do update set recommendation = excluded.recommendation, mean = excluded.mean, scorecard = excluded.scorecard`)
  const selectScorecard = db.prepare<[string], Row>(
    'select * from scorecards where interview_id = ? order by created_at desc, rowid desc limit 1',
  )

  const asRow = (job: ScoringJob) => ({ ...job, finished: JSON.stringify(job.finished) })
  const patchJob = db.transaction((id: string, patch: JobPatch) => {
    const row = selectJob.get(id)
    if (row === undefined) throw new NotFoundError(`There is no scoring job ${id}.`)
    updateJob.run(asRow({ ...readJob(row), ...patch }))
  }).immediate

  return {
    create: (job: ScoringJob) => void insertJob.run(asRow(job)),
    update: patchJob,
    newest: (interviewId: string): ScoringJob | null => {
      const row = selectNewest.get(interviewId)
      return row === undefined ? null : readJob(row)
    },
    unfinished: (): ScoringJob[] => selectUnfinished.all().map(readJob),
    saveScore: (jobId: string, questionIndex: number, score: Score) =>
      void upsertScore.run(jobId, questionIndex, score.criterion, JSON.stringify(score)),
    scores: (jobId: string): { questionIndex: number; score: Score }[] =>
      selectScores.all(jobId).map((row) => ({
        questionIndex: Number(row.question_index),
        score: readScore(row.score, `score ${row.criterion} of job ${jobId}`),
      })),
    saveScorecard: db.transaction((job: ScoringJob, scorecard: Scorecard) => {
      insertScorecard.run(job.id, job.interviewId, scorecard.recommendation, scorecard.mean, JSON.stringify(scorecard), now())
      patchJob(job.id, { status: 'done', done: job.total, error: null })
    }).immediate,
    newestScorecard: (interviewId: string): Scorecard | null => {
      const row = selectScorecard.get(interviewId)
      return row === undefined ? null : readScorecard(row.scorecard, `scorecard of interview ${interviewId}`)
    },
  }
}
