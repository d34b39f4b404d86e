import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ratingSchema } from '#src/domain/rubric.ts'
import { levelSchema, slugSchema, type TrackId, trackIdSchema } from '#src/domain/track.ts'
import type { AskedOnce, Dismissal, RatedInterview, RedoneOnce } from './history-store.ts'
import { openedSql, standingSql, titleSql } from './interview-sql.ts'
import { checkRow, type Row, readJson, readScorecard } from './rows.ts'

/** Ids first: sorting whole scorecards would read every one of a track. */
const newestOpenedSql = `
  (select id as newest from interviews where owner_id = @owner and track = @track and ${openedSql}
    and exists (select 1 from scorecards where scorecards.interview_id = interviews.id)
    order by created_at desc, rowid desc limit @limit)`

const ratingsSchema = z.array(z.object({ criterion: slugSchema, rating: ratingSchema.nullable() }))
const ratedSchema = z.object({
  id: z.string(),
  track: trackIdSchema,
  level: levelSchema,
  title: z.string(),
  createdAt: z.number().int(),
  isImported: z.boolean(),
  isPrepared: z.boolean(),
  scorer: z.string(),
})
const askedSchema = z.object({
  interview: z.string(),
  track: trackIdSchema,
  question: slugSchema,
  title: z.string(),
  at: z.number().int(),
})
const placeSchema = z.object({ track: trackIdSchema, question: slugSchema, at: z.number().int() })

/** What standing scorecards rate over many interviews, and what follows from that for a person. */
export function progressRows(db: Database.Database, now: () => number) {
  const selectRated = db.prepare<[Row], Row>(`
    select interviews.id, track, level, ${titleSql} as title, interviews.created_at as createdAt, interviews.questions,
      imported is not null as isImported, json_array_length(prepared) > 0 as isPrepared,
      scorecard ->> 'scorer' as scorer,
      (select json_group_array(json_object('criterion', criterion, 'rating', rating)) from ratings where ratings.job_id = scorecards.job_id and question = '') as ratings
    from ${newestOpenedSql} cross join interviews on interviews.id = newest cross join scorecards on scorecards.job_id = ${standingSql('job_id')}
    order by interviews.created_at desc, interviews.rowid desc`)
  const selectCounts = db.prepare<[string], Row>(`
    select track, count(*) as count from interviews
    where owner_id = ? and ${openedSql} and exists (select 1 from scorecards where scorecards.interview_id = interviews.id) group by track`)
  const selectScorecards = db.prepare<[Row], Row>(`
    select interviews.id, level, ${titleSql} as title, interviews.created_at as createdAt, imported is not null as isImported, scorecard
    from ${newestOpenedSql} cross join interviews on interviews.id = newest cross join scorecards on scorecards.job_id = ${standingSql('job_id')}
    order by interviews.created_at desc, interviews.rowid desc`)
  const selectAsked = db.prepare<[Row], Row>(`
    select interviews.id as interview, track, asked.value ->> 'id' as question, asked.value ->> 'title' as title,
      coalesce(ended_at, interviews.created_at) as at,
      (select json_group_array(rating) from ratings
        where ${openedSql} and ratings.job_id = ${standingSql('job_id')} and ratings.question = asked.value ->> 'id' and rating is not null) as ratings
    from interviews, json_each(interviews.questions) as asked
    where owner_id = @owner and status = 'ended' and imported is null and interviews.created_at >= @since and asked.value ->> 'firstTurn' is not null
    order by at, interviews.rowid`)
  const selectRedone = db.prepare<[Row], Row>(`
    select interviews.id as interview, track, redo ->> 'question' as question, redos.created_at as at
    from redos join interviews on interviews.id = redos.interview_id
    where owner_id = @owner and redos.created_at >= @since order by redos.created_at, redos.rowid`)
  const upsertDismissal = db.prepare(`insert into reask_dismissals (owner_id, track, question, dismissed_at) values (?, ?, ?, ?)
    on conflict do update set dismissed_at = excluded.dismissed_at`)
  const selectDismissals = db.prepare<[string], Row>(
    'select track, question, dismissed_at as at from reask_dismissals where owner_id = ? order by dismissed_at, question',
  )

  return {
    rated: (owner: string, { track, limit }: { track: TrackId; limit: number }): RatedInterview[] =>
      selectRated.all({ owner, track, limit }).map((row) => {
        const what = `interview ${row.id}`
        return {
          ...checkRow(ratedSchema, { ...row, isImported: row.isImported === 1, isPrepared: row.isPrepared === 1 }, what),
          questions: readJson(z.array(z.object({ id: slugSchema })), row.questions, what).map(({ id }) => id),
          ratings: readJson(ratingsSchema, row.ratings, `ratings of interview ${row.id}`),
        }
      }),
    counts: (owner: string): { track: TrackId; count: number }[] =>
      checkRow(z.array(z.object({ track: trackIdSchema, count: z.number() })), selectCounts.all(owner), 'the counted interviews'),
    scorecards: (owner: string, { track, limit }: { track: TrackId; limit: number }) =>
      selectScorecards.all({ owner, track, limit }).map((row) => ({
        interview: String(row.id),
        title: String(row.title),
        level: checkRow(levelSchema, row.level, `interview ${row.id}`),
        createdAt: Number(row.createdAt),
        isImported: row.isImported === 1,
        scorecard: readScorecard(row.scorecard, `scorecard of interview ${row.id}`),
      })),
    asked: (owner: string, since: number): AskedOnce[] =>
      selectAsked.all({ owner, since }).map((row) => ({
        ...checkRow(askedSchema, row, `interview ${row.interview}`),
        ratings: readJson(z.array(ratingSchema), row.ratings, `ratings of interview ${row.interview}`),
      })),
    redone: (owner: string, since: number): RedoneOnce[] =>
      selectRedone
        .all({ owner, since })
        .map((row) => checkRow(placeSchema.extend({ interview: z.string() }), row, `a redo of interview ${row.interview}`)),
    dismiss: (owner: string, { track, question }: { track: TrackId; question: string }) =>
      void upsertDismissal.run(owner, track, question, now()),
    dismissals: (owner: string): Dismissal[] =>
      checkRow(z.array(placeSchema), selectDismissals.all(owner), 'the questions put aside'),
  }
}
