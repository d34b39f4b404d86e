import type Database from 'better-sqlite3'
import { z } from 'zod'
import { type GuideReading, guideReadingSchema } from '#src/domain/guide-reading.ts'
import { checkRow, type Row } from './rows.ts'

/** Which guides a person opened for study. */
export function guideReadingRows(db: Database.Database, now: () => number) {
  const insert = db.prepare(
    'insert into guide_readings (owner_id, track, question, read_at) values (?, ?, ?, ?) on conflict do nothing',
  )
  const select = db.prepare<[string], Row>(
    'select track, question, read_at as readAt from guide_readings where owner_id = ? order by read_at, question',
  )
  return {
    save: (ownerId: string, { track, question }: Omit<GuideReading, 'readAt'>) =>
      void insert.run(ownerId, track, question, now()),
    list: (ownerId: string): GuideReading[] => checkRow(z.array(guideReadingSchema), select.all(ownerId), 'the guides read'),
  }
}
