import type Database from 'better-sqlite3'
import { type TurnNotes, turnNotesSchema } from '#src/domain/turn-notes.ts'
import { type Row, readJson } from './rows.ts'

/** What an observer noted of candidate turns. */
export function turnNotesRows(db: Database.Database) {
  const insert = db.prepare('insert into turn_notes (interview_id, turn, notes) values (?, ?, ?) on conflict do nothing')
  const select = db.prepare<[string], Row>('select * from turn_notes where interview_id = ? order by turn')
  const read = (row: Row): TurnNotes =>
    readJson(turnNotesSchema, row.notes, `notes on turn ${row.turn} of interview ${row.interview_id}`)

  return {
    list: (interviewId: string): TurnNotes[] => select.all(interviewId).map(read),
    save: (interviewId: string, notes: TurnNotes): void => void insert.run(interviewId, notes.turn, JSON.stringify(notes)),
  }
}
