import type Database from 'better-sqlite3'
import { type SelfRating, selfRatingSchema } from '#src/domain/self-rating.ts'
import { ConflictError } from '#src/errors.ts'
import { type Row, readJson } from './rows.ts'

/** How candidates rated themselves, and whether they had seen the scorecard. */
export function selfRatingRows(db: Database.Database, now: () => number) {
  const insertOpening = db.prepare(
    'insert into scorecard_openings (interview_id, opened_at) values (?, ?) on conflict do nothing',
  )
  const selectOpening = db.prepare<[string], Row>('select 1 from scorecard_openings where interview_id = ?')
  const insert = db.prepare('insert into self_ratings (interview_id, self_rating, created_at) values (?, ?, ?)')
  const select = db.prepare<[string], Row>('select self_rating from self_ratings where interview_id = ?')

  const find = (interviewId: string): SelfRating | null => {
    const row = select.get(interviewId)
    return row === undefined ? null : readJson(selfRatingSchema, row.self_rating, `self-rating of interview ${interviewId}`)
  }
  const isOpened = (interviewId: string): boolean => selectOpening.get(interviewId) !== undefined

  return {
    find,
    isOpened,
    open: (interviewId: string) => void insertOpening.run(interviewId, now()),
    save: db.transaction((interviewId: string, selfRating: SelfRating) => {
      const stored = find(interviewId)
      if (stored !== null) {
        if (JSON.stringify(stored) === JSON.stringify(selfRating)) return
        throw new ConflictError('You have rated this interview, or skipped it, before; that stays as it was.')
      }
      if (isOpened(interviewId))
        throw new ConflictError('The scorecard has been opened: a rating given now would not be your own any more.')
      insert.run(interviewId, JSON.stringify(selfRating), now())
    }).immediate,
  }
}
