import type Database from 'better-sqlite3'
import { type Note, noteSchema } from '#src/domain/note.ts'
import { checkRow, type Row } from './rows.ts'

/** One's own notes on words of a transcript. */
export function noteRows(db: Database.Database, now: () => number) {
  const upsert = db.prepare(`insert into notes
    (interview_id, id, turn, artifact, from_offset, to_offset, quote, text, created_at, updated_at)
    values (@interviewId, @id, @turn, @artifact, @start, @end, @quote, @text, @now, @now)
    on conflict do update set turn = excluded.turn, artifact = excluded.artifact, from_offset = excluded.from_offset,
      to_offset = excluded.to_offset, quote = excluded.quote, text = excluded.text, updated_at = excluded.updated_at
    returning *`)
  const select = db.prepare<[string], Row>('select * from notes where interview_id = ? order by turn, from_offset, id')
  const remove = db.prepare('delete from notes where interview_id = ? and id = ?')

  return {
    list: (interviewId: string): Note[] => select.all(interviewId).map(readNote),
    save: (interviewId: string, { artifact = null, ...note }: NewNote): Note =>
      readNote(upsert.get({ ...note, artifact, interviewId, now: now() }) as Row),
    remove: (interviewId: string, id: string): boolean => remove.run(interviewId, id).changes > 0,
  }
}

type NewNote = Omit<Note, 'createdAt' | 'updatedAt' | 'artifact'> & { artifact?: string | null | undefined }

export const readNote = (row: Row): Note =>
  checkRow(
    noteSchema,
    {
      id: row.id,
      turn: row.turn,
      ...(row.artifact === null ? {} : { artifact: row.artifact }),
      start: row.from_offset,
      end: row.to_offset,
      quote: row.quote,
      text: row.text,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    },
    `note ${row.id} of interview ${row.interview_id}`,
  )
