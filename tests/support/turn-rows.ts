import Database from 'better-sqlite3'

/** The turns of an interview as they stand in the database file. */
export function turnRows(
  { databaseFile }: { databaseFile: string },
  interview: string,
): { speaker: string; text: string; clientTurnId: string | null }[] {
  const db = new Database(databaseFile, { readonly: true })
  try {
    const rows = db.prepare(
      'select speaker, text, client_turn_id as clientTurnId from turns where interview_id = ? order by turn',
    )
    return rows.all(interview) as never
  } finally {
    db.close()
  }
}

/** What the candidate said, as it is stored. */
export const saidRows = (hotseat: { databaseFile: string }, interview: string): string[] =>
  turnRows(hotseat, interview).flatMap(({ speaker, text }) => (speaker === 'candidate' ? [text] : []))

/** Makes the interview another owner's. */
export function giveAway({ databaseFile }: { databaseFile: string }, interview: string): void {
  const db = new Database(databaseFile)
  try {
    db.prepare("update interviews set owner_id = 'somebody-else' where id = ?").run(interview)
  } finally {
    db.close()
  }
}

/** Takes from an interview's phases what they say of writing, as those are stored that began before they said it. */
export function forgetWriting({ databaseFile }: { databaseFile: string }, interview: string): void {
  const db = new Database(databaseFile)
  try {
    const row = db.prepare('select schedule from interviews where id = ?').pluck().get(interview)
    const phases: Record<string, unknown>[] = JSON.parse(String(row))
    const before = phases.map(({ writes: _, ...phase }) => phase)
    db.prepare('update interviews set schedule = ? where id = ?').run(JSON.stringify(before), interview)
  } finally {
    db.close()
  }
}

/** Makes every answer given again one that could not be graded, as it is stored when an endpoint is gone. */
export function failRedos({ databaseFile }: { databaseFile: string }): void {
  const db = new Database(databaseFile)
  try {
    const state = JSON.stringify({ kind: 'failed', reason: 'The endpoint was gone.' })
    db.prepare("update redos set redo = json_set(redo, '$.state', json(?))").run(state)
  } finally {
    db.close()
  }
}

/** Takes the newest scorecard away, as things are while it is still being made. */
export function withoutNewestScorecard({ databaseFile }: { databaseFile: string }, interview: string): void {
  const db = new Database(databaseFile)
  try {
    db.prepare(
      `delete from scorecards where job_id = (
        select job_id from scorecards where interview_id = ? order by created_at desc, rowid desc limit 1)`,
    ).run(interview)
  } finally {
    db.close()
  }
}

/** What went with each turn, as it stands in the database. */
export function artifactRows({ databaseFile }: { databaseFile: string }, interview: string): unknown[] {
  const db = new Database(databaseFile, { readonly: true })
  try {
    const rows = db.prepare('select artifacts from turns where interview_id = ? order by turn').pluck().all(interview)
    return rows.map((artifacts) => JSON.parse(String(artifacts)) as unknown)
  } finally {
    db.close()
  }
}
