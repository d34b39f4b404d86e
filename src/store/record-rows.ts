import type Database from 'better-sqlite3'
import { z } from 'zod'
import {
  type InterviewRecord,
  interviewRecordSchema,
  type UnknownFields,
  unknownFieldsSchema,
} from '#src/domain/interview-record.ts'
import { NotFoundError } from '#src/errors.ts'
import { readNote } from './note-rows.ts'
import { checkRow, type Row, readInterview, readJob, readJson, readTurn } from './rows.ts'
import { readShare } from './share-rows.ts'

/** Everything that is kept of one interview, read for a file. */
export function recordRows(db: Database.Database) {
  const one = (sql: string) => db.prepare<[string], Row>(sql)
  const selectInterview = one('select * from interviews where id = ?')
  const selectContent = one('select content from held_contents where content_hash = ?')
  const selectTurns = one('select * from turns where interview_id = ? order by turn')
  const selectJobs = one(
    "select * from scoring_jobs where interview_id = ? and status in ('done', 'failed', 'too-short') order by created_at, rowid",
  )
  const selectScores = one('select question_index, criterion, score from scores where job_id = ? order by rowid')
  const selectScorecard = one('select scorecard, created_at from scorecards where job_id = ?')
  const selectOpening = one('select opened_at from scorecard_openings where interview_id = ?')
  const selectSelfRating = one('select self_rating, created_at from self_ratings where interview_id = ?')
  const selectAppeals = one('select * from appeals where interview_id = ? order by created_at, rowid')
  const selectRedos = one('select id, redo from redos where interview_id = ? order by created_at, rowid')
  const selectRevisions = one('select * from transcript_revisions where interview_id = ? order by revision')
  const selectReviews =
    one(`select shares.*, share_guests.id as guest_id, share_guests.created_at as guest_since, peer_reviews.review
    from shares join share_guests on share_guests.share_id = shares.id join peer_reviews on peer_reviews.guest_id = share_guests.id
    where shares.interview_id = ? order by peer_reviews.submitted_at, peer_reviews.rowid`)
  const selectObjections = one('select * from objections where interview_id = ? order by created_at, rowid')
  const selectNotes = one('select * from notes where interview_id = ? order by turn, from_offset, id')

  const selectBoards = one(`select * from boards where interview_id = ? and (turn is not null
    or revision = (select max(revision) from boards as every where every.interview_id = boards.interview_id)) order by revision`)
  const selectPads = one('select pad, text, language, updated_at from pads where interview_id = ? order by pad')

  function scoringOf(row: Row) {
    const { interviewId: _, ...job } = readJob(row)
    const card = selectScorecard.get(job.id)
    return {
      ...job,
      scores: selectScores.all(job.id).map(({ question_index, criterion, score }) => ({
        questionIndex: question_index,
        score: anyJson(score, `score ${criterion} of job ${job.id}`),
      })),
      scorecard:
        card === undefined
          ? null
          : { scorecard: anyJson(card.scorecard, `scorecard of job ${job.id}`), createdAt: card.created_at },
    }
  }

  /** One transaction, so that what is written meanwhile is in it whole or not at all. */
  const read = db.transaction((id: string): { record: InterviewRecord; unknownFields: UnknownFields | null } => {
    const row = selectInterview.get(id)
    if (row === undefined) throw new NotFoundError(`There is no interview ${id}.`)
    const what = `interview ${id}`
    const { ownerId: _, ...interview } = readInterview(row)
    const [opening, selfRating] = [selectOpening.get(id), selectSelfRating.get(id)]
    const record = {
      version: 1,
      interview,
      content: anyJson(selectContent.get(interview.contentHash)?.content, `content of ${what}`),
      turns: selectTurns.all(id).map(readTurn),
      scorings: selectJobs.all(id).map(scoringOf),
      openedAt: opening?.opened_at ?? null,
      selfRating: selfRating && {
        selfRating: anyJson(selfRating.self_rating, `self-rating of ${what}`),
        createdAt: selfRating.created_at,
      },
      appeals: selectAppeals.all(id).map(({ root_job_id, against_job_id, made_job_id, appeal }) => ({
        root: root_job_id,
        against: against_job_id,
        made: made_job_id,
        appeal: anyJson(appeal, `an appeal of ${what}`),
      })),
      redos: selectRedos.all(id).map(({ redo }) => anyJson(redo, `a redo of ${what}`)),
      revisions: selectRevisions.all(id).map(({ revision, turns, created_at }) => ({
        revision,
        turns: anyJson(turns, `revision ${revision} of ${what}`),
        createdAt: created_at,
      })),
      reviews: selectReviews.all(id).map(({ guest_id, guest_since, review, ...share }) => ({
        share: readShare(share),
        guest: { id: guest_id, createdAt: guest_since },
        review: anyJson(review, `a review of ${what}`),
      })),
      objections: selectObjections.all(id).map(({ root_job_id, objection }) => ({
        root: root_job_id,
        objection: anyJson(objection, `an objection of ${what}`),
      })),
      notes: selectNotes.all(id).map(readNote),
      boards: selectBoards.all(id).map(({ revision, scene, text, turn, created_at }) => ({
        ...{ revision, text, turn },
        scene: anyJson(scene, `board ${revision} of ${what}`),
        createdAt: created_at,
      })),
      pads: selectPads.all(id).map(({ updated_at, ...pad }) => ({ ...pad, updatedAt: updated_at })),
    }
    return {
      record: checkRow(interviewRecordSchema, { ...record, selfRating: record.selfRating ?? null }, what),
      unknownFields: row.unknown_fields === null ? null : readJson(unknownFieldsSchema, row.unknown_fields, what),
    }
  })
  return { read }
}

const anyJson = (text: unknown, what: string): unknown => readJson(z.unknown(), text, what)
