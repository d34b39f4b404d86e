import type Database from 'better-sqlite3'
import type { Row } from './rows.ts'

/** Whose calls, for which interview, on which day (UTC, as 2026-11-26). */
export interface TokenPlace {
  ownerId: string
  interviewId: string
  day: string
}

/** What calls to models took. */
export function tokenRows(db: Database.Database) {
  const add =
    db.prepare(`insert into tokens_used (owner_id, day, interview_id, tokens) values (@ownerId, @day, @interviewId, @tokens)
    on conflict do update set tokens = tokens + excluded.tokens`)
  const ofInterview = db.prepare<[string], Row>('select sum(tokens) as tokens from tokens_used where interview_id = ?')
  const ofDay = db.prepare<[string, string], Row>('select sum(tokens) as tokens from tokens_used where owner_id = ? and day = ?')
  return {
    add: (place: TokenPlace, tokens: number) => void add.run({ ...place, tokens }),
    used: ({ ownerId, interviewId, day }: TokenPlace): { interview: number; day: number } => ({
      interview: Number(ofInterview.get(interviewId)?.tokens ?? 0),
      day: Number(ofDay.get(ownerId, day)?.tokens ?? 0),
    }),
  }
}
