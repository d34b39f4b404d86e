import type Database from 'better-sqlite3'
import { type Pad, padSchema } from '#src/domain/workspace.ts'
import { checkRow, type Row } from './rows.ts'

/** What stands on the pads of an interview. */
export function padRows(db: Database.Database, now: () => number) {
  const upsert = db.prepare(`insert into pads (interview_id, pad, text, language, updated_at) values (?, ?, ?, ?, ?)
    on conflict do update set text = excluded.text, language = excluded.language, updated_at = excluded.updated_at`)
  const select = db.prepare<[string], Row>('select pad, text, language from pads where interview_id = ? order by pad')
  return {
    save: (interviewId: string, { pad, text, language }: Pad): void => void upsert.run(interviewId, pad, text, language, now()),

    list: (interviewId: string): Pad[] =>
      select.all(interviewId).map((row) => checkRow(padSchema, row, `pad ${row.pad} of interview ${interviewId}`)),
  }
}
